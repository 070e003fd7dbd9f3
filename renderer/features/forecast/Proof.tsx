import { Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ByClass, ByWeek } from './ProofTables.tsx';
import type { Calibration, FittedForecast } from './types.ts';
import { useNumbers } from './useNumbers.ts';
import { WeeksChart } from './WeeksChart.tsx';

/** How far off the sum was, in a sentence. */
const useVerdict = () => {
  const { t } = useTranslation();
  const number = useNumbers();
  return ({ actual, predicted }: Calibration): string => {
    const percent = actual === 0 ? 0 : Math.round((predicted / actual - 1) * 100);
    const verdict = percent === 0 ? 'even' : percent > 0 ? 'over' : 'under';
    return t('forecast.proof.off', {
      predicted: number(predicted),
      actual: number(actual),
      verdict: t(`forecast.proof.verdict.${verdict}`, { percent: number(Math.abs(percent)) }),
    });
  };
};

/** The part of the history that was held back: expected beside what came, as a sentence, a picture and two tables. */
export const Proof = ({ calibration }: Pick<FittedForecast, 'calibration'>) => {
  const { t } = useTranslation();
  const verdictOf = useVerdict();
  if (calibration.outcome === 'refused') {
    const { reason, found, needed } = calibration;
    return (
      <Stack gap={4} component="section" aria-label={t('forecast.refused.proofTitle')}>
        <Title order={2} fz="md">
          {t('forecast.refused.proofTitle')}
        </Title>
        <Text size="sm">{t(`forecast.refused.proof.${reason}`, { found: found ?? '', needed: needed ?? '' })}</Text>
      </Stack>
    );
  }
  const { weeks, classes, heldBackFrom } = calibration;
  const sentence = verdictOf(calibration);
  return (
    <Stack gap="sm" component="section" aria-label={t('forecast.proof.title')}>
      <Stack gap={4}>
        <Title order={2} fz="md">
          {t('forecast.proof.title')}
        </Title>
        <Text size="sm">
          {t('forecast.proof.about', { from: heldBackFrom, count: weeks.length })} {sentence}
        </Text>
      </Stack>
      <WeeksChart weeks={weeks} label={t('forecast.proof.picture', { sentence })} />
      <Group align="flex-start" gap="xl" wrap="nowrap">
        <ByClass classes={classes} />
        <ByWeek weeks={weeks} />
      </Group>
    </Stack>
  );
};
