import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cents } from '../../../shared/types/amounts.ts';
import { Figure } from '../../components/Figure.tsx';
import { useMoney } from '../../components/useMoney.ts';
import type { FittedForecast } from './types.ts';
import { useNumbers } from './useNumbers.ts';

/** Nobody needs the cents of an estimate. */
const toWhole = (amount: number): number => Math.round(amount / 100) * 100;

/** Purchases, spend and people to expect: three figures, each with what it is of. */
export const Expected = ({ forecast }: { readonly forecast: FittedForecast }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const number = useNumbers();
  const { spend } = forecast;
  const amount = spend.outcome === 'fitted' ? spend.expectedSpendCents : null;
  const spendNote =
    spend.outcome === 'refused'
      ? t(`forecast.refused.spend.${spend.reason}`, { found: spend.found ?? '', needed: spend.needed ?? '' })
      : t('forecast.figures.spendNote');
  return (
    <SimpleGrid cols={3} role="group" aria-label={t('forecast.figures.label')}>
      <Figure
        label={t('forecast.figures.visits')}
        value={t('forecast.figures.visitsValue', { figure: number(forecast.expectedPurchases) })}
        note={t('forecast.figures.visitsNote', { customers: number(forecast.customers), weeks: number(forecast.horizon) })}
      />
      <Figure
        label={t('forecast.figures.spend')}
        value={amount === null ? t('forecast.figures.spendUnknown') : money(cents(toWhole(amount)))}
        note={spendNote}
      />
      <Figure
        label={t('forecast.figures.alive')}
        value={t('forecast.figures.aliveValue', { figure: number(forecast.expectedAlive) })}
        note={t('forecast.figures.aliveNote', { customers: number(forecast.repeatCustomers) })}
      />
    </SimpleGrid>
  );
};
