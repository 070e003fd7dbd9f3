import { useTranslation } from 'react-i18next';
import type { EarningRuleDefinition } from '../../../../shared/contract/earningRules.ts';
import { weekdayNames } from '../../appointments/weekdays.ts';

/** Says a rule of earning in words: how much, and when. */
export const useEarningWords = () => {
  const { t } = useTranslation();
  const days = ({ weekdays, monthDays, fromOn, untilOn, birthdayDays }: EarningRuleDefinition): string[] => [
    ...(birthdayDays === null ? [] : [t('earning.around', { count: birthdayDays })]),
    ...(weekdays.length === 0
      ? []
      : [
          weekdays
            .toSorted((one, other) => one - other)
            .map((day) => t(`appointments.weekdays.${weekdayNames[day - 1] ?? 'monday'}`))
            .join(t('earning.and')),
        ]),
    ...(monthDays.length === 0
      ? []
      : [t('earning.ofMonth', { days: monthDays.toSorted((one, other) => one - other).join(t('earning.and')) })]),
    ...(fromOn === null ? [] : [t('earning.from', { on: fromOn })]),
    ...(untilOn === null ? [] : [t('earning.until', { on: untilOn })]),
  ];
  return {
    rate: (percent: number): string => (percent === 0 ? t('earning.none') : t('earning.times', { times: percent / 100 })),
    when: (rule: EarningRuleDefinition): string => {
      const all = days(rule);
      return all.length === 0 ? t('earning.always') : all.join(' · ');
    },
  };
};
