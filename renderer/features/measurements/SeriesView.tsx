import { ActionIcon, Group, Stack, Table, Text, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Measurement } from '../../../shared/contract/measurements.ts';
import { seriesOf } from '../../../shared/domain/measurements/series.ts';
import { changeText } from '../../../shared/domain/measurements/values.ts';
import { DateText } from '../../components/DateText.tsx';
import { LineChart } from './LineChart.tsx';
import { measuredWords, withUnit } from './measureWords.ts';
import classes from './Measurements.module.css';

type MeasuredSeries = ReturnType<typeof seriesIn>[number];

/** What was measured over time, measure by measure. */
export const seriesIn = (occasions: readonly Measurement[]) =>
  seriesOf<Measurement['values'][number]['measureId'], NonNullable<Measurement['thing']>, Measurement['values'][number]>(
    occasions,
  );

interface SeriesViewProps {
  readonly series: MeasuredSeries;
  readonly occasions: readonly Measurement[];
  readonly mayWrite: boolean;
  readonly onEdit: (occasion: Measurement) => void;
  readonly onRemove: (occasion: Measurement) => void;
}

/** One measure: the line over time, and every figure of it in a table, the latest first. */
export const SeriesView = ({ series, occasions, mayWrite, onEdit, onRemove }: SeriesViewProps) => {
  const { t } = useTranslation();
  const { latest, points, thing } = series;
  const [first] = points;
  const last = points.at(-1);
  const name = thing === null ? latest.name : t('measurements.ofThing', { name: latest.name, thing: thing.name });
  const words = (value: number): string => measuredWords(t, { ...latest, value });
  const label = t('measurements.chart', {
    name,
    from: first?.on ?? '',
    first: words(first?.value ?? 0),
    until: last?.on ?? '',
    latest: words(latest.value),
    count: points.length,
  });
  return (
    <Stack gap="xs">
      <Text component="h3" fw={700}>
        {name}
        {latest.unit !== '' && (
          <Text span size="sm" c="dimmed" ml="xs">
            {latest.unit}
          </Text>
        )}
      </Text>
      {points.length > 1 ? (
        <LineChart points={points} decimals={latest.decimals} label={label} />
      ) : (
        <Text size="sm" c="dimmed">
          {t('measurements.only')}
        </Text>
      )}
      <Table className={classes['figures'] ?? ''} aria-label={t('measurements.table', { name })} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('measurements.on')}</Table.Th>
            <Table.Th ta="right">{t('measurements.amount')}</Table.Th>
            <Table.Th ta="right">{t('measurements.change')}</Table.Th>
            <Table.Th>{t('measurements.note')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('measurements.actions')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points
            .map((point, index) => ({ ...point, before: points[index - 1] }))
            .toReversed()
            .map(({ occasionId, on, value, before }) => {
              const occasion = occasions.find(({ id }) => id === occasionId);
              return (
                <Table.Tr key={occasionId}>
                  <Table.Td>
                    <DateText date={on} as="figures" />
                  </Table.Td>
                  <Table.Td ta="right" fw={700}>
                    {words(value)}
                  </Table.Td>
                  <Table.Td ta="right">
                    {before === undefined
                      ? t('measurements.first')
                      : withUnit(t, changeText(value - before.value, latest.decimals), latest.unit)}
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm" lineClamp={2}>
                      {[occasion?.note, occasion?.staff?.name].filter((part) => part !== null && part !== undefined).join(' · ')}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    {occasion !== undefined && (
                      <Group gap={2} wrap="nowrap" justify="flex-end">
                        {occasion.isPrivate && (
                          <Tooltip label={t('measurements.private')}>
                            <IconLock size={14} stroke={1.7} role="img" aria-label={t('measurements.private')} />
                          </Tooltip>
                        )}
                        {mayWrite && (
                          <>
                            <Tooltip label={t('common.edit')}>
                              <ActionIcon
                                variant="subtle"
                                color="gray"
                                aria-label={t('measurements.edit', { on })}
                                onClick={() => {
                                  onEdit(occasion);
                                }}
                              >
                                <IconPencil size={16} stroke={1.7} aria-hidden />
                              </ActionIcon>
                            </Tooltip>
                            <Tooltip label={t('common.delete')}>
                              <ActionIcon
                                variant="subtle"
                                color="gray"
                                aria-label={t('measurements.remove', { on })}
                                onClick={() => {
                                  onRemove(occasion);
                                }}
                              >
                                <IconTrash size={16} stroke={1.7} aria-hidden />
                              </ActionIcon>
                            </Tooltip>
                          </>
                        )}
                      </Group>
                    )}
                  </Table.Td>
                </Table.Tr>
              );
            })}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};

interface SeriesListProps {
  readonly all: readonly MeasuredSeries[];
  readonly shown: string;
  readonly onShow: (key: string) => void;
}

/** Every measure with its last value and the change since the one before; one is chosen. */
export const SeriesList = ({ all, shown, onShow }: SeriesListProps) => {
  const { t } = useTranslation();
  return (
    <ul className={classes['series']} aria-label={t('measurements.over')}>
      {all.map(({ key, thing, latest, points, change }) => {
        const before = points.at(-2);
        return (
          <li key={key}>
            <SeriesButton
              isShown={key === shown}
              onClick={() => {
                onShow(key);
              }}
              name={thing === null ? latest.name : t('measurements.ofThing', { name: latest.name, thing: thing.name })}
              value={measuredWords(t, latest)}
              about={
                change === null || before === undefined
                  ? t('measurements.first')
                  : t('measurements.since', { change: changeText(change, latest.decimals), on: before.on })
              }
            />
          </li>
        );
      })}
    </ul>
  );
};

interface SeriesButtonProps {
  readonly isShown: boolean;
  readonly onClick: () => void;
  readonly name: string;
  readonly value: string;
  readonly about: string;
}

const SeriesButton = ({ isShown, onClick, name, value, about }: SeriesButtonProps) => (
  <UnstyledButton className={classes['one'] ?? ''} aria-pressed={isShown} onClick={onClick}>
    <Text size="sm" truncate>
      {name}
    </Text>
    <Text size="sm" fw={700} ta="right">
      {value}
    </Text>
    <span />
    <Text size="xs" c="dimmed" ta="right">
      {about}
    </Text>
  </UnstyledButton>
);
