import type { TFunction } from 'i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { CommissionRuleDefinition } from '../../../shared/contract/commissions.ts';
import type { CommissionKind } from '../../../shared/domain/commissions/commissions.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { WHOLE_IN_BASIS_POINTS } from '../../../shared/domain/visits/pricing.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { scopeErrors, scopeOf, scopeValuesOf, type ScopeValues } from '../products/scopeValues.ts';

/** The fields of the form of a rule of commission. */
export interface CommissionValues extends ScopeValues {
  name: string;
  kind: CommissionKind;
  rateKind: 'percent' | 'each';
  percent: string;
  each: string;
  fromOn: string | null;
  untilOn: string | null;
}

export const valuesOf = (rule: CommissionRuleDefinition | null): CommissionValues => ({
  name: rule?.name ?? '',
  kind: rule?.kind ?? 'sale',
  ...scopeValuesOf(rule),
  rateKind: rule?.rate.kind ?? 'percent',
  percent: rule?.rate.kind === 'percent' ? moneyInputText(cents(rule.rate.basisPoints)) : '',
  each: rule?.rate.kind === 'each' ? moneyInputText(rule.rate.cents) : '',
  fromOn: rule?.fromOn ?? null,
  untilOn: rule?.untilOn ?? null,
});

/** Hundredths of a percent read as hundredths of money do: two decimals, no float. */
const basisPointsOf = (percent: string): number | null => {
  const read = parseMoney(percent.replace(/[%％]$/, ''));
  return read !== null && read >= 0 && read <= WHOLE_IN_BASIS_POINTS ? read : null;
};

/** A top-up is about nothing in particular, whatever was chosen before. */
const scopeHeld = ({ kind, ...values }: CommissionValues): ScopeValues => ({
  ...values,
  ...(kind === 'top_up' && { about: 'everything' }),
});

/** What is wrong with each field; null is right. */
export const commissionErrors = (t: TFunction) => ({
  name: (name: string) => (name.trim() === '' ? t('errors.issue.required') : null),
  category: (category: string, values: CommissionValues) => scopeErrors(t).category(category, scopeHeld(values)),
  productId: (productId: string | null, values: CommissionValues) => scopeErrors(t).productId(productId, scopeHeld(values)),
  percent: (percent: string, { rateKind }: CommissionValues) =>
    rateKind === 'percent' && basisPointsOf(percent) === null ? t('commissions.fault.percent') : null,
  each: (each: string, { rateKind }: CommissionValues) =>
    rateKind === 'each' && (parseMoney(each) ?? -1) < 0 ? t('commissions.fault.each') : null,
});

/** The form as the operation wants it. */
export const inputOf = (values: CommissionValues): Omit<CallInput<'commissions.save'>, 'ruleId'> => ({
  name: values.name,
  kind: values.kind,
  ...scopeOf(scopeHeld(values)),
  rate:
    values.rateKind === 'percent'
      ? { kind: 'percent', basisPoints: basisPointsOf(values.percent) ?? 0 }
      : { kind: 'each', cents: parseMoney(values.each) ?? 0 },
  fromOn: values.fromOn,
  untilOn: values.untilOn,
});
