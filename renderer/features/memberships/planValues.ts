import type { TFunction } from 'i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { MembershipPlanDefinition } from '../../../shared/contract/memberships.ts';
import { LEAST_CYCLE_DAYS } from '../../../shared/domain/loyalty/memberships.ts';
import type { MembershipCycle } from '../../../shared/domain/loyalty/memberships.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { cents } from '../../../shared/types/amounts.ts';

/** The fields of a paid membership as they stand in the form. */
export interface PlanValues {
  name: string;
  price: string;
  months: number | string;
  tierId: string | null;
  every: MembershipCycle;
  everyDays: number | string;
  couponTypeId: string | null;
  coupons: number | string;
  points: number | string;
}

/** A plan in the form; null is a new one of a year. */
export const valuesOf = (plan: MembershipPlanDefinition | null): PlanValues => ({
  name: plan?.name ?? '',
  price: plan === null ? '' : moneyInputText(cents(plan.priceCents)),
  months: plan?.months ?? 12,
  tierId: plan?.tierId ?? null,
  every: plan?.every ?? 'month',
  everyDays: plan?.everyDays ?? 30,
  couponTypeId: plan?.couponTypeId ?? null,
  coupons: plan === null || plan.coupons === 0 ? 1 : plan.coupons,
  points: plan === null || plan.points === 0 ? '' : plan.points,
});

const whole = (value: number | string): number => (typeof value === 'number' ? value : 0);

/** What is wrong with which field. */
export const planErrors = (t: TFunction) => ({
  name: (name: string) => (name.trim() === '' ? t('errors.issue.required') : null),
  price: (price: string) => ((parseMoney(price) ?? -1) < 0 ? t('errors.issue.required') : null),
  months: (months: number | string) => (whole(months) < 1 ? t('errors.issue.required') : null),
  everyDays: (days: number | string, { every }: PlanValues) =>
    every === 'days' && whole(days) < LEAST_CYCLE_DAYS ? t('errors.issue.required') : null,
  coupons: (coupons: number | string, { couponTypeId }: PlanValues) =>
    couponTypeId !== null && whole(coupons) < 1 ? t('errors.issue.required') : null,
});

/** What is asked of the operation; the form has been checked. */
export const inputOf = (values: PlanValues): Omit<CallInput<'memberships.savePlan'>, 'planId'> => ({
  name: values.name,
  priceCents: parseMoney(values.price) ?? 0,
  months: whole(values.months),
  tierId: values.tierId,
  every: values.every,
  everyDays: values.every === 'days' ? whole(values.everyDays) : null,
  couponTypeId: values.couponTypeId,
  coupons: values.couponTypeId === null ? 0 : whole(values.coupons),
  points: whole(values.points),
});
