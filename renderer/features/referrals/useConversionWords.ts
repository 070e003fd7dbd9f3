import { useTranslation } from 'react-i18next';
import { LEAST_PEOPLE, ratioOf, wilson } from '../../../shared/domain/statistics/proportion.ts';
import type { Ratio, Share } from '../../../shared/domain/statistics/proportion.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useMoney } from '../../components/useMoney.ts';

export type Figures = OutputOf<'referrals.conversion'>['brought'];
type Spend = Figures['spend'];

/** A figure and what belongs to it; of too few people only how many they are. */
interface Told {
  readonly value: string;
  readonly note: string;
}

/** Shares, money and how many times as much, in words: always of how many, and how sure that is. */
export const useConversionWords = () => {
  const { t, i18n } = useTranslation();
  const money = useMoney();
  const number = (value: number, digits: number): string =>
    value.toLocaleString(i18n.language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const percent = (part: number): string => number(part * 100, 0);
  const tooFew = ({ people }: { readonly people: number }): Told => ({
    value: '–',
    note: people === 0 ? t('referrals.conversion.nobodyYet') : t('referrals.conversion.tooFew', { count: people }),
  });
  return {
    share: (share: Share): Told => {
      const interval = wilson(share);
      if (interval === null || share.people < LEAST_PEOPLE) return tooFew(share);
      return {
        value: `${percent(share.hits / share.people)}%`,
        note: t('referrals.conversion.sure', {
          low: percent(interval.low),
          high: percent(interval.high),
          hits: share.hits.toLocaleString(i18n.language),
          people: share.people.toLocaleString(i18n.language),
        }),
      };
    },
    spend: (spend: Spend): Told =>
      spend.people < LEAST_PEOPLE
        ? tooFew(spend)
        : {
            value: money(cents(Math.round(spend.cents / spend.people)), true),
            note: t('referrals.conversion.of', { people: spend.people.toLocaleString(i18n.language) }),
          },
    timesOften: (one: Share, other: Share): Told => {
      const ratio: Ratio | 'too_few' = ratioOf(one, other);
      if (ratio === 'too_few') return { value: '–', note: t('referrals.conversion.notCompared') };
      return {
        value: t('referrals.conversion.times', { times: number(ratio.times, 1) }),
        note: t('referrals.conversion.timesSure', { low: number(ratio.low, 1), high: number(ratio.high, 1) }),
      };
    },
    timesMuch: (one: Spend, other: Spend): Told =>
      one.people < LEAST_PEOPLE || other.people < LEAST_PEOPLE || one.cents <= 0 || other.cents <= 0
        ? { value: '–', note: t('referrals.conversion.notCompared') }
        : {
            value: t('referrals.conversion.times', { times: number(one.cents / one.people / (other.cents / other.people), 1) }),
            note: t('referrals.conversion.noInterval'),
          },
  };
};
