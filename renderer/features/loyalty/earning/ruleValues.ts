import type { TFunction } from 'i18next';
import type { CallInput } from '../../../../shared/contract.ts';
import type { EarningRuleDefinition } from '../../../../shared/contract/earningRules.ts';
import { scopeErrors, scopeOf, scopeValuesOf, type ScopeValues } from '../../products/scopeValues.ts';

/** The fields of the form of a rule of earning. */
export interface RuleValues extends ScopeValues {
  name: string;
  percent: number;
  weekdays: string[];
  monthDays: string;
  fromOn: string | null;
  untilOn: string | null;
  isBirthday: boolean;
  birthdayDays: number;
}

/** Days of the month as typed, 8 18 28; null where they cannot be read. */
export const parseMonthDays = (text: string): number[] | null => {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,、;]+/)
    .filter((part) => part !== '');
  const days = parts.map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : 0));
  return days.every((day) => day >= 1 && day <= 31) ? [...new Set(days)] : null;
};

export const valuesOf = (rule: EarningRuleDefinition | null): RuleValues => ({
  name: rule?.name ?? '',
  percent: rule?.percent ?? 200,
  ...scopeValuesOf(rule),
  weekdays: rule?.weekdays.map(String) ?? [],
  monthDays: rule?.monthDays.join(' ') ?? '',
  fromOn: rule?.fromOn ?? null,
  untilOn: rule?.untilOn ?? null,
  isBirthday: rule?.birthdayDays != null,
  birthdayDays: rule?.birthdayDays ?? 3,
});

/** What is wrong with each field; null is right. */
export const ruleErrors = (t: TFunction) => ({
  name: (name: string) => (name.trim() === '' ? t('errors.issue.required') : null),
  ...scopeErrors(t),
  monthDays: (text: string) => (parseMonthDays(text) === null ? t('earning.fault.monthDays') : null),
});

/** The form as the operation wants it. */
export const inputOf = (values: RuleValues): Omit<CallInput<'earningRules.save'>, 'ruleId'> => ({
  name: values.name,
  percent: values.percent,
  ...scopeOf(values),
  weekdays: values.weekdays.map(Number),
  monthDays: parseMonthDays(values.monthDays) ?? [],
  fromOn: values.fromOn,
  untilOn: values.untilOn,
  birthdayDays: values.isBirthday ? values.birthdayDays : null,
});
