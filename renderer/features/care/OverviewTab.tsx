import {
  Anchor,
  Group,
  Progress,
  ScrollArea,
  SimpleGrid,
  Stack,
  Text,
  Title,
  UnstyledButton,
  VisuallyHidden,
} from '@mantine/core';
import { IconHeartRateMonitor } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { PeopleFilter } from '../../../shared/contract/care.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from './Care.module.css';
import { Pager, presentOffset } from './Pager.tsx';

type Overview = OutputOf<'care.overview'>;
const SHOWN = 50;

const isSame = (one: PeopleFilter | null, other: PeopleFilter): boolean => JSON.stringify(one) === JSON.stringify(other);

const Bar = ({
  label,
  people,
  of,
  isChosen,
  onChoose,
}: {
  readonly label: string;
  readonly people: number;
  readonly of: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) => {
  const { t, i18n } = useTranslation();
  return (
    <UnstyledButton className={classes['bar']} aria-pressed={isChosen} disabled={people === 0} onClick={onChoose}>
      <Text size="sm" truncate>
        {label}
      </Text>
      <Progress value={of === 0 ? 0 : (people / of) * 100} size="md" aria-hidden />
      <Text size="sm" className={classes['figure']} c={people === 0 ? 'dimmed' : 'inherit'}>
        {people.toLocaleString(i18n.language)}
        <VisuallyHidden>{t('care.overview.people', { count: people })}</VisuallyHidden>
      </Text>
    </UnstyledButton>
  );
};

const People = ({ filter }: { readonly filter: PeopleFilter }) => {
  const { t } = useTranslation();
  const [offset, setOffset] = useState(0);
  const people = useOperation('care.people', { filter, offset, limit: SHOWN }, { keepPrevious: true }).data;
  if (people === undefined) return null;
  const present = presentOffset(offset, SHOWN, people.total);
  if (present !== offset) setOffset(present);
  return (
    <Stack gap="xs">
      <Title order={2}>
        {filter.by === 'score'
          ? t('care.overview.scored', { from: filter.from, to: filter.to })
          : t(`care.overview.${filter.problem}Of`, { field: t(`customers.fields.${filter.field}`) })}
      </Title>
      <Group justify="space-between" gap="xs">
        <Text size="sm" c="dimmed">
          {t('care.overview.people', { count: people.total })}
        </Text>
        <Pager offset={offset} pageSize={SHOWN} total={people.total} onChange={setOffset} />
      </Group>
      {people.rows.map(({ customerId, name, number, score, missing }) => (
        <Stack key={customerId} gap={0}>
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                {...props}
                to="/customers/$customerId"
                params={{ customerId }}
                search={{ tab: 'facts', edit: filter.by === 'field' ? filter.field : missing[0] }}
              />
            )}
          >
            {name} · No.{number} · {t('care.score.of', { score })}
          </Anchor>
          <Text size="xs" c="dimmed" lineClamp={1}>
            {missing.length === 0
              ? t('care.overview.nothingMissing')
              : t('care.overview.lacks', {
                  fields: missing.map((field) => t(`customers.fields.${field}`)).join(t('care.comma')),
                })}
          </Text>
        </Stack>
      ))}
    </Stack>
  );
};

const Sentence = ({ overview }: { readonly overview: Overview }) => {
  const { t, i18n } = useTranslation();
  const most = overview.fields.toSorted((one, other) => other.missing - one.missing)[0];
  return (
    <Text fz="lg">
      {t('care.overview.sentence', {
        count: overview.people,
        figure: overview.people.toLocaleString(i18n.language),
        average: overview.average ?? 0,
      })}
      {most !== undefined && most.missing > 0 && (
        <>
          {/* Chinese sentences stand without a blank between them. */}
          {i18n.language === 'en' && ' '}
          {t('care.overview.most', {
            field: t(`customers.fields.${most.field}`),
            count: most.missing,
            figure: most.missing.toLocaleString(i18n.language),
          })}
        </>
      )}
    </Text>
  );
};

/** The whole shop's data: a sentence, then how many people at each score and what is missing; each figure opens its people (R186). */
export const OverviewTab = () => {
  const { t } = useTranslation();
  const overview = useOperation('care.overview', {});
  const [filter, setFilter] = useState<PeopleFilter | null>(null);
  if (overview.error !== null) return <ErrorNotice error={overview.error} onRetry={() => void overview.refetch()} />;
  if (overview.data === undefined) return null;
  const { people, waiting, scores, fields } = overview.data;
  if (people === 0)
    return (
      <EmptyState
        icon={IconHeartRateMonitor}
        title={waiting > 0 ? t('care.overview.pending') : t('care.overview.empty')}
        text={t('care.overview.emptyText')}
      />
    );
  const fullest = Math.max(...scores.map((band) => band.people));
  return (
    <WithSidePanel
      panel={filter === null ? null : <People key={JSON.stringify(filter)} filter={filter} />}
      panelLabel={t('care.overview.panel')}
    >
      <ScrollArea h="100%" type="auto" scrollbarSize={8}>
        <Stack p="md" gap="md" maw="62rem">
          <Sentence overview={overview.data} />
          <SimpleGrid cols={2} spacing="xl">
            <Stack gap={2} component="section">
              <Title order={2} mb={4}>
                {t('care.overview.scores')}
              </Title>
              {scores.toReversed().map((band) => {
                const own = { by: 'score', from: band.from, to: band.to } as const;
                return (
                  <Bar
                    key={band.from}
                    label={`${band.from}–${band.to}`}
                    people={band.people}
                    of={fullest}
                    isChosen={isSame(filter, own)}
                    onChoose={() => {
                      setFilter(own);
                    }}
                  />
                );
              })}
            </Stack>
            <Stack gap={2} component="section">
              <Title order={2} mb={4}>
                {t('care.overview.missing')}
              </Title>
              {fields
                .toSorted((one, other) => other.missing - one.missing)
                .map(({ field, missing }) => {
                  const own = { by: 'field', field, problem: 'missing' } as const;
                  return (
                    <Bar
                      key={field}
                      label={t(`customers.fields.${field}`)}
                      people={missing}
                      of={people}
                      isChosen={isSame(filter, own)}
                      onChoose={() => {
                        setFilter(own);
                      }}
                    />
                  );
                })}
            </Stack>
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {t('care.overview.formula')}
          </Text>
        </Stack>
      </ScrollArea>
    </WithSidePanel>
  );
};
