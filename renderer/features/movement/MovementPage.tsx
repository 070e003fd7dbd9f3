import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { movementAxes, movementGroups } from '../../../shared/domain/segments/movement.ts';
import type { Group as SegmentGroup, MovementAxis, MovementCell } from '../../../shared/domain/segments/movement.ts';
import { addDays, addMonths, isLocalDate, localDate } from '../../../shared/types/time.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FiguresArea } from '../../components/FiguresArea.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { call } from '../../ipc/client.ts';
import { studyQuery } from '../../ipc/useOperation.ts';
import { SegmentSections } from '../segments/SegmentSections.tsx';
import { FlowChart } from './FlowChart.tsx';
import { groupNames } from './groupNames.ts';
import { Movers } from './Movers.tsx';
import { MovementTable } from './MovementTable.tsx';

const spans: Readonly<Record<'week' | 'month' | 'quarter' | 'year', (to: LocalDate) => LocalDate>> = {
  week: (to) => addDays(to, -7),
  month: (to) => addMonths(to, -1),
  quarter: (to) => addMonths(to, -3),
  year: (to) => addMonths(to, -12),
};
const spanNames = ['week', 'month', 'quarter', 'year'] as const;

/** Who went from which group to which between two days: as a picture, as a table, and by name (R039). */
export const MovementPage = (): ReactNode => {
  const { t, i18n } = useTranslation();
  const { today } = useShop();
  const [axis, setAxis] = useState<MovementAxis>('rfm8');
  const [to, setTo] = useState<LocalDate>(today);
  const [from, setFrom] = useState<LocalDate>(spans.month(today));
  const [chosen, setChosen] = useState<MovementCell | null>(null);
  const { data, error, refetch } = useQuery({
    ...studyQuery('movement.table', { axis, from, to }, (asked) => call('movement.table', asked)),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
  const change = (set: () => void): void => {
    set();
    setChosen(null);
  };
  const figure = (count: number): string => count.toLocaleString(i18n.language);
  const names = groupNames(t, axis);
  const nameOf = (group: SegmentGroup | null, side: 'before' | 'after'): string =>
    group === null ? t(`movement.nowhere.${side}`) : (names.find((named) => named.group === group)?.name ?? group);
  const order = [...movementGroups[axis], null];
  const cells = data?.cells ?? [];
  const sum = (among: (cell: MovementCell) => boolean): number =>
    cells.reduce((total, cell) => (among(cell) ? total + cell.count : total), 0);
  const moved = sum(({ before, after }) => before !== null && after !== null && before !== after);
  const words = {
    figure: figure(moved),
    stayed: figure(sum(({ before, after }) => before === after)),
    came: figure(sum(({ before }) => before === null)),
    left: figure(sum(({ after }) => after === null)),
  };
  const day = (label: string, value: LocalDate, set: (day: LocalDate) => void, limits: { minDate?: string; maxDate: string }) => (
    <DateInput
      label={label}
      w={150}
      valueFormat="YYYY-MM-DD"
      value={value}
      {...limits}
      onChange={(date) => {
        if (date !== null && isLocalDate(date)) change(() => set(localDate(date)));
      }}
    />
  );
  return (
    <Stack gap={0} h="100%">
      <SegmentSections />
      <PageHeader title={t('movement.title')} text={t('movement.text')} />
      <Group px="md" pb="sm" gap="md" align="flex-end">
        <Select
          label={t('movement.axis.label')}
          w={150}
          allowDeselect={false}
          value={axis}
          data={movementAxes.map((value) => ({ value, label: t(`movement.axis.${value}`) }))}
          onChange={(value) => {
            const found = movementAxes.find((name) => name === value);
            if (found !== undefined) change(() => setAxis(found));
          }}
        />
        {day(t('movement.from'), from, setFrom, { maxDate: to })}
        {day(t('movement.to'), to, setTo, { minDate: from, maxDate: today })}
        <Group gap="xs" role="group" aria-label={t('movement.span.label')}>
          {spanNames.map((span) => (
            <Button
              key={span}
              variant="default"
              onClick={() => {
                change(() => {
                  setFrom(spans[span](today));
                  setTo(today);
                });
              }}
            >
              {t(`movement.span.${span}`)}
            </Button>
          ))}
        </Group>
      </Group>
      <FiguresArea
        label={t('movement.title')}
        counting={t('movement.counting')}
        isCounting={data === undefined}
        error={error}
        onRetry={() => void refetch()}
      >
        {data?.since === null && (
          <EmptyState icon={IconArrowsLeftRight} title={t('movement.empty.title')} text={t('movement.empty.text')} />
        )}
        {data !== undefined && data.since !== null && (
          <Stack gap="md" pb="lg">
            {from < data.since && (
              <Text size="sm" role="status">
                {t('movement.since', { date: data.since })}
              </Text>
            )}
            <Text size="sm">{t('movement.moved', { count: moved, ...words })}</Text>
            <FlowChart cells={cells} order={order} nameOf={nameOf} label={t('movement.flow')} />
            <MovementTable cells={cells} order={order} nameOf={nameOf} chosen={chosen} onChoose={setChosen} />
            {chosen === null ? (
              <Text size="sm" c="dimmed">
                {t('movement.choose')}
              </Text>
            ) : (
              <Movers
                key={`${chosen.before}>${chosen.after}`}
                cell={{ axis, from, to, before: chosen.before, after: chosen.after }}
                title={t('movement.people', {
                  before: nameOf(chosen.before, 'before'),
                  after: nameOf(chosen.after, 'after'),
                  count: chosen.count,
                  figure: figure(chosen.count),
                })}
              />
            )}
          </Stack>
        )}
      </FiguresArea>
    </Stack>
  );
};
