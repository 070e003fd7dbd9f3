import { Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { chartOf } from '../../../shared/domain/measurements/chart.ts';
import type { Calibration } from './types.ts';
import { useNumbers } from './useNumbers.ts';
import classes from './WeeksChart.module.css';

interface WeeksChartProps {
  readonly weeks: Calibration['weeks'];
  /** What the picture says, for whoever does not see it; the table below it has every figure. */
  readonly label: string;
}

const HEIGHT = 190;
/** Room for the figures at the left, and above, right and below for half a figure and the days. */
const ROOM = { left: 48, right: 12, top: 10, bottom: 26 };
const KEY = { width: 28, height: 8 };

/** A stroke with its name. */
const KeyEntry = ({ line, name }: { readonly line: 'actual' | 'predicted'; readonly name: string }) => (
  <Group gap={6}>
    <svg width={KEY.width} height={KEY.height} aria-hidden>
      <line className={classes[line]} x1={0} x2={KEY.width} y1={KEY.height / 2} y2={KEY.height / 2} />
    </svg>
    <Text size="xs" c="dimmed">
      {name}
    </Text>
  </Group>
);

/** Week by week what came, and dashed what was expected, on one scale. */
export const WeeksChart = ({ weeks, label }: WeeksChartProps) => {
  const { t } = useTranslation();
  const number = useNumbers();
  const { ref, width } = useElementSize();
  // Both in turn, so that one scale holds both.
  const chart = chartOf(
    weeks.flatMap(({ from, actual, predicted }) => [actual, predicted].map((value) => ({ on: from, value }))),
    { fromZero: true },
  );
  const [across, down] = [Math.max(0, width - ROOM.left - ROOM.right), HEIGHT - ROOM.top - ROOM.bottom];
  const top = (y: number): number => ROOM.top + y * down;
  const line = (turn: 0 | 1): string =>
    (chart?.dots ?? [])
      .filter((_, index) => index % 2 === turn)
      .map(({ x, y }) => `${ROOM.left + x * across},${top(y)}`)
      .join(' ');
  return (
    <div ref={ref}>
      <Group gap="md" justify="flex-end">
        <KeyEntry line="actual" name={t('forecast.proof.actual')} />
        <KeyEntry line="predicted" name={t('forecast.proof.predicted')} />
      </Group>
      {chart !== null && width > 0 && (
        <svg role="img" aria-label={label} width={width} height={HEIGHT}>
          {chart.ticks.map(({ value, y }) => (
            <g key={value}>
              <line className={classes['across']} x1={ROOM.left} x2={width - ROOM.right} y1={top(y)} y2={top(y)} />
              <text className={classes['label']} x={ROOM.left - 8} y={top(y)} textAnchor="end" dominantBaseline="middle">
                {number(value)}
              </text>
            </g>
          ))}
          <polyline className={classes['actual']} points={line(0)} />
          <polyline className={classes['predicted']} points={line(1)} />
          <text className={classes['label']} x={ROOM.left} y={HEIGHT - 6}>
            {weeks[0]?.from}
          </text>
          {weeks.length > 1 && (
            <text className={classes['label']} x={width - ROOM.right} y={HEIGHT - 6} textAnchor="end">
              {weeks.at(-1)?.from}
            </text>
          )}
        </svg>
      )}
    </div>
  );
};
