import { Badge, Button, Group, Kbd, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { IconFileText, IconFileZip, IconUserX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { saidState } from '../../../shared/domain/privacy/consents.ts';
import { purposeWords, stateWords, wayWords } from '../../../shared/domain/privacy/wording.ts';
import { AppError } from '../../../shared/errors.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { DateText } from '../../components/DateText.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobProgress } from '../../components/JobProgress.tsx';
import { errorText } from '../../ipc/errorText.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { ConsentDrawer } from './ConsentDrawer.tsx';
import type { AskedConsent } from './ConsentDrawer.tsx';
import { EraseDrawer } from './EraseDrawer.tsx';
import { usePersonFile } from './usePersonFile.ts';
import { useStatement } from './useStatement.ts';

type Card = OutputOf<'customers.findById'>;
type Consents = OutputOf<'privacy.consents'>;

/** What the customer agreed to on the left, what they may ask for on the right (R190, R194). */
export const PrivacyTab = ({ card }: { readonly card: Card }) => {
  const [asked, setAsked] = useState<AskedConsent | null>(null);
  const consents = useOperation('privacy.consents', { customerId: card.id });
  if (consents.error !== null) return <ErrorNotice error={consents.error} onRetry={() => void consents.refetch()} />;
  return (
    <>
      <SimpleGrid type="container" cols={{ base: 1, '860px': 2 }} spacing="xl" p="md">
        <Stack gap="lg">
          <Standing
            standing={consents.data?.standing ?? []}
            history={consents.data?.history ?? []}
            isFixed={card.removedAt !== null}
            onAsk={setAsked}
          />
          <History history={consents.data?.history ?? []} />
        </Stack>
        <Rights card={card} />
      </SimpleGrid>
      <ConsentDrawer
        card={card}
        asked={asked}
        onClose={() => {
          setAsked(null);
        }}
      />
    </>
  );
};

interface StandingProps {
  readonly standing: Consents['standing'];
  readonly history: Consents['history'];
  readonly isFixed: boolean;
  readonly onAsk: (asked: AskedConsent) => void;
}

/** What a no would be: taking back what stands, or declining what never was given. */
const noTo = (
  purpose: Consents['standing'][number]['purpose'],
  state: 'given' | 'withdrawn' | null,
  history: Consents['history'],
) =>
  state === 'given' || saidState({ purpose, state: 'withdrawn', on: null }, history) === 'withdrawn' ? 'withdrawn' : 'declined';

const Standing = ({ standing, history, isFixed, onAsk }: StandingProps) => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  return (
    <section aria-labelledby="consents-title">
      <Title order={3} size="h4" mb={4} id="consents-title">
        {t('privacy.consents.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('privacy.consents.text')}
      </Text>
      <Table verticalSpacing={6} aria-labelledby="consents-title">
        <Table.Tbody>
          {standing.map(({ purpose, state, on }) => {
            const no = noTo(purpose, state, history);
            return (
              <Table.Tr key={purpose}>
                <Table.Td>
                  <Text size="sm" fw={600}>
                    {purposeWords[purpose].name[language]}
                  </Text>
                  <Text size="xs" c="dimmed" maw="26rem">
                    {purposeWords[purpose].asks[language]}
                  </Text>
                </Table.Td>
                <Table.Td w="7.5rem">
                  <Badge color={state === 'given' ? 'jade' : state === 'withdrawn' ? 'red' : 'gray'} variant="light">
                    {state === null
                      ? t('privacy.consents.unasked')
                      : stateWords[saidState({ purpose, state, on }, history)][language]}
                  </Badge>
                  {on !== null && (
                    <Text size="xs" c="dimmed">
                      <DateText date={on} />
                    </Text>
                  )}
                </Table.Td>
                <Table.Td w="8.5rem">
                  <Group gap={4} wrap="nowrap" justify="flex-end">
                    {state !== 'given' && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        disabled={isFixed}
                        aria-label={t('privacy.consents.giveFor', { purpose: purposeWords[purpose].name[language] })}
                        onClick={() => {
                          onAsk({ purpose, said: 'given' });
                        }}
                      >
                        {t('privacy.consents.give')}
                      </Button>
                    )}
                    {state !== 'withdrawn' && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color={no === 'declined' ? 'gray' : 'red'}
                        disabled={isFixed}
                        aria-label={t(`privacy.consents.${no}For`, { purpose: purposeWords[purpose].name[language] })}
                        onClick={() => {
                          onAsk({ purpose, said: no });
                        }}
                      >
                        {t(`privacy.consents.${no}`)}
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
};

const History = ({ history }: { readonly history: Consents['history'] }) => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="consents-history">
      <Title order={3} size="h4" mb="xs" id="consents-history">
        {t('privacy.consents.history')}
      </Title>
      <Stack gap={6}>
        {history.map(({ id, purpose, state, on, way, wordingVersion, note, staffName, isUndone }) => (
          <Text key={id} size="sm" {...(isUndone && { c: 'dimmed', td: 'line-through' })}>
            {t('privacy.consents.entry', {
              on,
              purpose: purposeWords[purpose].name[language],
              state: stateWords[saidState({ purpose, state, on }, history)][language],
              way: wayWords[way][language],
            })}
            <Text span inherit c="dimmed">
              {[
                ...(staffName === null ? [] : [staffName]),
                ...(wordingVersion === 0 ? [] : [t('privacy.consents.wording', { version: wordingVersion })]),
                ...(note === null ? [] : [note]),
              ].map((text) => ` · ${text}`)}
            </Text>
          </Text>
        ))}
      </Stack>
    </section>
  );
};

const Rights = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const mayManage = useMay()('privacy.manage');
  const [isErasing, setIsErasing] = useState(false);
  const statement = useStatement(card);
  const file = usePersonFile(card);
  const refused = <Text size="sm">{errorText(t, new AppError('not_permitted', { permission: 'privacy.manage' }))}</Text>;
  return (
    <Stack gap="lg" component="section" aria-labelledby="rights-title">
      <div>
        <Title order={3} size="h4" mb={4} id="rights-title">
          {t('privacy.rights.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('privacy.rights.text')}
        </Text>
      </div>
      <Right title={t('privacy.statement.title')} text={t('privacy.statement.text')}>
        <Button
          variant="default"
          loading={statement.isPending}
          leftSection={<IconFileText size={18} stroke={1.7} aria-hidden />}
          rightSection={<Kbd size="xs">Ctrl P</Kbd>}
          onClick={statement.save}
        >
          {t('privacy.statement.save')}
        </Button>
      </Right>
      <Right title={t('privacy.file.title')} text={t('privacy.file.text')}>
        {mayManage ? (
          <>
            {file.job.state.status === 'running' ? (
              <JobProgress label={t('privacy.file.working')} progress={file.job.state.progress} onCancel={file.job.cancel} />
            ) : (
              <Button
                variant="default"
                leftSection={<IconFileZip size={18} stroke={1.7} aria-hidden />}
                onClick={() => void file.start()}
              >
                {t('privacy.file.save')}
              </Button>
            )}
            {file.job.state.status === 'failed' && <ErrorNotice error={file.job.state.error} onRetry={() => void file.start()} />}
            {file.job.state.status === 'done' && (
              <Text size="sm" role="status" mt={6}>
                {t('privacy.file.done', { file: file.job.state.value.fileName, count: file.job.state.value.files })}
              </Text>
            )}
          </>
        ) : (
          refused
        )}
      </Right>
      <Right title={t('privacy.erase.title')} text={t('privacy.erase.text')}>
        {mayManage ? (
          <Button
            variant="outline"
            color="red"
            leftSection={<IconUserX size={18} stroke={1.7} aria-hidden />}
            onClick={() => {
              setIsErasing(true);
            }}
          >
            {t('privacy.erase.open')}
          </Button>
        ) : (
          refused
        )}
      </Right>
      <EraseDrawer
        card={card}
        isOpen={isErasing}
        onClose={() => {
          setIsErasing(false);
        }}
      />
    </Stack>
  );
};

interface RightProps {
  readonly title: string;
  readonly text: string;
  readonly children: React.ReactNode;
}
const Right = ({ title, text, children }: RightProps) => (
  <div>
    <Text fw={600} size="sm">
      {title}
    </Text>
    <Text size="sm" c="dimmed" mb={6} maw="34rem">
      {text}
    </Text>
    {children}
  </div>
);
