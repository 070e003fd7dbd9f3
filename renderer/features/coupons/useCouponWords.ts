import { useTranslation } from 'react-i18next';
import type { CouponScope, CouponTerms } from '../../../shared/domain/coupons/terms.ts';
import { isForAll } from '../../../shared/domain/coupons/terms.ts';
import { WHOLE_IN_BASIS_POINTS } from '../../../shared/domain/visits/pricing.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { weekdayNames } from '../appointments/weekdays.ts';

/** The terms of coupons as one says them: what it gives, and on which conditions. */
export const useCouponWords = () => {
  const { t } = useTranslation();
  const money = useMoney();
  const { settings } = useShop();
  const may = useMay();
  const products =
    useOperation('products.list', { limit: 200, includeInactive: true }, { enabled: may('visits.read') }).data?.rows ?? [];
  const join = (parts: readonly string[]): string => parts.join(t('coupons.terms.separator'));
  const things = ({ productIds, categories }: CouponScope): string =>
    join([...productIds.flatMap((id) => products.find((product) => product.id === id)?.name ?? []), ...categories]);
  const dayNames = weekdayNames.map((day) => t(`appointments.weekdays.${day}`));
  const off = (basisPoints: number): string => {
    const figure = settings.language === 'en' ? basisPoints / 100 : (WHOLE_IN_BASIS_POINTS - basisPoints) / 1000;
    return t('coupons.terms.off', { figure });
  };
  const gives = (terms: CouponTerms): string =>
    t(`coupons.gives.${terms.kind}`, {
      amount: money(terms.amountCents ?? terms.leastCents),
      discount: off(terms.basisPoints ?? 0),
      buys: terms.buys,
      things: things(terms.scope),
      main: things(terms.main),
    });
  return {
    products,
    /** Monday first. */
    dayNames,
    gives,
    /** In the order in which one asks: what, from how much, for what, when, until when, with what. */
    terms: (terms: CouponTerms, withValidity = true): string =>
      [
        gives(terms),
        ...(terms.capCents === null ? [] : [t('coupons.terms.cap', { amount: money(terms.capCents) })]),
        ...(terms.leastCents === 0 ? [] : [t('coupons.terms.least', { amount: money(terms.leastCents) })]),
        ...(isForAll(terms.scope) || terms.kind === 'tasting' || terms.kind === 'accessory'
          ? []
          : [t('coupons.terms.only', { things: things(terms.scope) })]),
        ...(terms.weekdays.length === 0
          ? []
          : [
              t('coupons.terms.weekdays', {
                days: join(terms.weekdays.flatMap((day) => dayNames[day - 1] ?? [])),
              }),
            ]),
        ...(terms.uses === 1 ? [] : [t('coupons.terms.uses', { count: terms.uses })]),
        ...(withValidity && terms.validDays !== null ? [t('coupons.terms.days', { count: terms.validDays })] : []),
        ...(withValidity && terms.validUntil !== null ? [t('coupons.terms.until', { date: terms.validUntil })] : []),
        ...(withValidity && terms.validDays === null && terms.validUntil === null ? [t('coupons.terms.never')] : []),
        ...(terms.goesWithCoupons ? [t('coupons.terms.withCoupons')] : []),
        ...(terms.goesWithDiscounts ? [] : [t('coupons.terms.notWithDiscounts')]),
        ...(terms.text === '' ? [] : [terms.text]),
      ].join(' · '),
  };
};
