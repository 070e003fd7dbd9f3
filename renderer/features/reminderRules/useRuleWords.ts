import { useTranslation } from 'react-i18next';
import type { OwnRuleDefinition } from '../../../shared/contract/reminderRules.ts';
import { festivalNames } from '../../../shared/domain/reminders/own/festivalNames.ts';
import { useShop } from '../../app/shop.tsx';

/** Says a reminder rule as a plain sentence, in parts: from what it counts, and on which days. */
export const useRuleWords = () => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  const what = ({ base, productName }: OwnRuleDefinition): string => {
    switch (base.kind) {
      case 'after_purchase':
      case 'replenish': {
        const bought = productName ?? base.category ?? t('reminderRules.say.anything');
        return base.kind === 'after_purchase'
          ? t('reminderRules.say.bought', { what: bought })
          : t('reminderRules.say.lasts', { what: bought, days: base.daysPerUnit });
      }
      case 'festival':
        return festivalNames[base.festival][language];
      case 'yearly_day':
        return t(`reminderRules.say.${base.calendar}Day`, { month: base.month, day: base.day });
      case 'age_stage':
        return t(`reminderRules.say.${base.bearer}`, { months: base.months });
      case 'first_visit':
        return t('reminderRules.say.firstVisit', { months: base.months });
    }
  };
  const step = (days: number): string =>
    days === 0
      ? t('reminderRules.say.onTheDay')
      : days < 0
        ? t('reminderRules.say.before', { count: 0 - days })
        : t('reminderRules.say.after', { count: days });
  const whom = ({ values, isVipOnly }: OwnRuleDefinition): string =>
    [
      ...(isVipOnly ? [t('reminderRules.say.vip')] : []),
      ...(values.length === 0 ? [] : [values.map((value) => t(`classes.value.${value}`)).join(t('reminderRules.say.or'))]),
    ].join(' · ');
  return {
    what,
    when: ({ steps }: OwnRuleDefinition): string => steps.map(step).join(t('reminderRules.say.and')),
    whom: (rule: OwnRuleDefinition): string => whom(rule) || t('reminderRules.say.everybody'),
  };
};
