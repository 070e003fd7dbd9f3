import { couponText } from '../../../shared/domain/coupons/numbers.ts';
import { MOST_COUPONS } from '../../../shared/domain/coupons/terms.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { couponChoiceOf } from './couponChoice.ts';
import type { VisitForm } from './useVisitForm.ts';

/** The coupons of a visit: what there is, what each takes off, and choosing among them (R084). */
export const useVisitCoupons = (form: VisitForm, customerId: CustomerId | null) => {
  const { draft, change } = form;
  const productIds = [...new Set(draft.lines.flatMap(({ productId }) => productId ?? []))];
  const answer = useOperation(
    'coupons.atVisit',
    { customerId, productIds, typed: draft.coupons, businessDate: draft.date },
    { keepPrevious: true, enabled: customerId !== null || draft.coupons.length > 0 },
  );
  const offers = customerId === null && draft.coupons.length === 0 ? [] : (answer.data?.offers ?? []);
  const choice = couponChoiceOf(draft, form.bill, offers);
  const choose = (coupons: readonly string[]): void => {
    change({ coupons: coupons.slice(0, MOST_COUPONS) });
  };
  return {
    ...choice,
    offers,
    toggle: (text: string): void => {
      choose(draft.coupons.includes(text) ? draft.coupons.filter((one) => one !== text) : [...draft.coupons, text]);
    },
    /** Takes what was typed or scanned; one that stands there already stays once. */
    add: (typed: string): void => {
      const text = couponText(typed);
      if (text !== '' && !draft.coupons.includes(text)) choose([...draft.coupons, text]);
    },
  };
};

export type VisitCoupons = ReturnType<typeof useVisitCoupons>;
