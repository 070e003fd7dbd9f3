import { Box, Paper, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SegmentFilter } from '../../../shared/contract/segments.ts';
import { countOf, isSameGroup, type Overview } from './groups.ts';
import classes from './RfmMatrix.module.css';

interface RfmMatrixProps {
  readonly overview: Overview;
  readonly filter: SegmentFilter;
  readonly onChoose: (filter: SegmentFilter) => void;
}

const recencies = [5, 4, 3, 2, 1];
const frequencies = [1, 2, 3, 4, 5];
const SHADES = 6;

/** By the square root: one crowded cell must not make all others look alike. */
const shadeOf = (count: number, most: number): number =>
  count === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(count / most) * SHADES));

/** Recency down, frequency across; the darker a cell, the more people. A click opens its people. */
export const RfmMatrix = ({ overview, filter, onChoose }: RfmMatrixProps) => {
  const { t, i18n } = useTranslation();
  const most = Math.max(1, ...overview.matrix.map((cell) => cell.count));
  return (
    <Paper withBorder p="md" flex="none">
      <Text size="xs" c="dimmed" mb="xs" maw="24rem">
        {t('segments.matrix.about')}
      </Text>
      <Box className={classes.grid} role="group" aria-label={t('segments.matrix.label')}>
        {recencies.map((recencyScore) => (
          <Box className={classes.row} key={recencyScore}>
            <Text size="xs" c="dimmed" className={classes.scale}>
              R{recencyScore}
            </Text>
            {frequencies.map((frequencyScore) => {
              const cell: SegmentFilter = { axis: 'matrix', recencyScore, frequencyScore };
              const count = countOf(overview, cell);
              return (
                <UnstyledButton
                  key={frequencyScore}
                  className={classes.cell}
                  data-shade={shadeOf(count, most)}
                  aria-pressed={isSameGroup(cell, filter)}
                  aria-label={t('segments.matrix.cell', { recencyScore, frequencyScore, count })}
                  onClick={() => {
                    onChoose(cell);
                  }}
                >
                  {count.toLocaleString(i18n.language)}
                </UnstyledButton>
              );
            })}
          </Box>
        ))}
        <Box className={classes.row} aria-hidden>
          <span className={classes.scale} />
          {frequencies.map((score) => (
            <Text size="xs" c="dimmed" ta="center" key={score}>
              F{score}
            </Text>
          ))}
        </Box>
      </Box>
    </Paper>
  );
};
