import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMoney } from '../../components/useMoney.ts';
import type { FittedForecast } from './types.ts';
import { useNumbers } from './useNumbers.ts';

const WEEK_DAYS = 7;
/** From here on how often people come and how much they spend go together too much for the model of spend. */
const RELATED = 0.3;

/** The parameters in plain words; as the papers write them they are in what the command line prints. */
export const Meaning = ({ forecast }: { readonly forecast: FittedForecast }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const number = useNumbers();
  const { params, spend, since, until } = forecast;
  const fittedSpend = spend.outcome === 'fitted' ? spend : null;
  const correlation = fittedSpend?.correlation ?? 0;
  const sentences = [
    t('forecast.meaning.rate', { days: number((params.alpha / params.r) * WEEK_DAYS) }),
    // The spread of the rates over people is 1 / sqrt(r) of their mean.
    t(`forecast.meaning.spread.${params.r < 1 ? 'wide' : 'narrow'}`),
    t('forecast.meaning.leaving', { percent: number((100 * params.a) / (params.a + params.b)) }),
    ...(fittedSpend?.meanSpendCents == null ? [] : [t('forecast.meaning.spend', { amount: money(fittedSpend.meanSpendCents) })]),
  ];
  return (
    <Stack gap={4} component="section" aria-label={t('forecast.meaning.title')}>
      <Title order={2} fz="md">
        {t('forecast.meaning.title')}
      </Title>
      {sentences.map((sentence) => (
        <Text size="sm" key={sentence}>
          {sentence}
        </Text>
      ))}
      {Math.abs(correlation) >= RELATED && (
        <Text size="sm">{t('forecast.meaning.related', { correlation: number(correlation, 2) })}</Text>
      )}
      <Text size="sm" c="dimmed">
        {t('forecast.meaning.onceOnly')}
      </Text>
      <Text size="sm" c="dimmed">
        {t('forecast.meaning.since', { since: since ?? '', until })}
      </Text>
    </Stack>
  );
};
