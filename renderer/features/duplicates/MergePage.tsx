import { Button, Group, Kbd, Paper, ScrollArea, Stack, Table, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowMerge, IconArrowsExchange } from '@tabler/icons-react';
import { Navigate, getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PhoneText } from '../../components/PhoneText.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { CustomersSections } from '../customers/CustomersSections.tsx';
import { FieldChoice } from './FieldChoice.tsx';
import type { Field, Side } from './useValueText.ts';

type Preview = OutputOf<'merges.preview'>;
type Take = Preview['differences'][number]['take'];

/** Two cards side by side: which one stays, which value each field keeps, and what comes over. */
export const MergePage = (): ReactNode => {
  const { survivorId, otherId } = getRouteApi('/customers/duplicates/merge').useSearch();
  if (survivorId === undefined || otherId === undefined) return <Navigate to="/customers/duplicates" />;
  return <Pair survivorId={survivorId} otherId={otherId} />;
};

const Pair = ({ survivorId, otherId }: { readonly survivorId: string; readonly otherId: string }) => {
  const { t } = useTranslation();
  const preview = useOperation('merges.preview', { survivorId, otherId });
  return (
    <Stack gap={0} h="100%">
      <CustomersSections />
      <PageHeader title={t('duplicates.pair.title')} text={t('duplicates.pair.about')} />
      {preview.error !== null && <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {preview.data && <Cards key={`${survivorId} ${preview.data.survivor.revision}`} preview={preview.data} />}
    </Stack>
  );
};

const Cards = ({ preview }: { readonly preview: Preview }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { done } = useUndo();
  const merge = useCommand('merges.merge');
  const [choices, setChoices] = useState<ReadonlyMap<Field, Take>>(new Map());
  const { survivor, other, differences } = preview;
  const back = (): void => void navigate({ to: '/customers/duplicates' });

  const confirm = async (): Promise<void> => {
    const { mergeId } = await merge.mutateAsync({
      survivorId: survivor.customer.id,
      otherId: other.customer.id,
      survivorRevision: survivor.revision,
      otherRevision: other.revision,
      choices: [...choices].map(([field, take]) => ({ field, take })),
    });
    done({
      label: t('duplicates.pair.done', { other: other.customer.name, survivor: survivor.customer.name }),
      undo: async () => {
        await client.merges.undo({ mergeId });
      },
    });
    back();
  };
  useHotkeys(
    [
      ['mod+Enter', () => void confirm()],
      ['Escape', back],
    ],
    [],
  );
  const questions = differences.filter(({ isOneSided }) => !isOneSided);
  return (
    <ScrollArea flex={1} type="auto" scrollbarSize={8}>
      <Stack px="md" pb="md" gap="md" maw="64rem">
        <Paper withBorder>
          <Table layout="fixed" verticalSpacing={8} horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="9rem" scope="col">
                  {t('duplicates.pair.field')}
                </Table.Th>
                <Table.Th scope="col">
                  <Heading side={survivor} label={t('duplicates.pair.keep')} />
                </Table.Th>
                <Table.Th scope="col">
                  <Group justify="space-between" wrap="nowrap" align="flex-start">
                    <Heading side={other} label={t('duplicates.pair.goes')} />
                    <Button
                      variant="default"
                      size="compact-sm"
                      flex="none"
                      leftSection={<IconArrowsExchange size={16} stroke={1.7} aria-hidden />}
                      onClick={() =>
                        void navigate({
                          to: '/customers/duplicates/merge',
                          search: { survivorId: other.customer.id, otherId: survivor.customer.id },
                          replace: true,
                        })
                      }
                    >
                      {t('duplicates.pair.swap')}
                    </Button>
                  </Group>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {questions.map(({ field, take, mayJoin }) => (
                <FieldChoice
                  key={field}
                  field={field}
                  survivor={survivor}
                  other={other}
                  mayJoin={mayJoin}
                  take={choices.get(field) ?? take}
                  onTake={(taken) => {
                    setChoices(new Map([...choices, [field, taken]]));
                  }}
                />
              ))}
            </Table.Tbody>
          </Table>
          <Text size="sm" c="dimmed" px="md" py="xs">
            {t('duplicates.pair.same')}
          </Text>
        </Paper>
        <Counts preview={preview} />
        <Group gap="xs">
          <Button
            data-autofocus
            loading={merge.isPending}
            leftSection={<IconArrowMerge size={18} stroke={1.7} aria-hidden />}
            rightSection={<Kbd size="xs">Ctrl Enter</Kbd>}
            onClick={() => void confirm()}
          >
            {t('duplicates.pair.confirm')}
          </Button>
          <Button variant="default" rightSection={<Kbd size="xs">Esc</Kbd>} onClick={back}>
            {t('duplicates.pair.cancel')}
          </Button>
        </Group>
      </Stack>
    </ScrollArea>
  );
};

const Heading = ({ side, label }: { readonly side: Side; readonly label: string }) => {
  const { t } = useTranslation();
  return (
    <Stack gap={0} miw={0}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text fw={700} truncate>
        {side.customer.name}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {t('duplicates.pair.number', { number: side.customer.number })} · <PhoneText phone={side.customer.phone} inherit /> ·{' '}
        {t('duplicates.visits', { count: side.customer.visitCount })}
      </Text>
    </Stack>
  );
};

const Counts = ({ preview }: { readonly preview: Preview }) => {
  const { t, i18n } = useTranslation();
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  const { counts, pointsBalance, other } = preview;
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="xs">
        {t('duplicates.pair.what')}
      </Title>
      {counts.length === 0 && <Text size="sm">{t('duplicates.pair.nothing')}</Text>}
      <Group gap="lg" mb="xs">
        {counts.map(({ what, moving, staying }) => (
          <Text key={what} size="sm">
            {t(`duplicates.count.${what}`)} <b>{figure(moving)}</b>
            {staying > 0 && (
              <Text span inherit c="dimmed">
                {' '}
                {t('duplicates.pair.staying', { figure: figure(staying) })}
              </Text>
            )}
          </Text>
        ))}
        <Text size="sm">
          {t('duplicates.pair.balance')} <b>{figure(pointsBalance)}</b>
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {t('duplicates.pair.oldCodes', { number: other.customer.number })}
      </Text>
    </Paper>
  );
};
