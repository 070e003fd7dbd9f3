import type { OutputOf } from '../../../shared/contract.ts';
import { discountInputText } from '../../../shared/domain/visits/discountText.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { LineSource } from './lines.ts';
import type { VisitDraft } from './useVisitForm.ts';

type Held = NonNullable<OutputOf<'tiers.ofCustomer'>['held']>;

const discountTextOf = (held: Held | null): string =>
  held === null || held.discountBasisPoints === 0
    ? ''
    : discountInputText({ kind: 'percent', basisPoints: held.discountBasisPoints });

/**
 * What the customer's tier makes of a line when it is begun (R087, R090): the price that the product has for the tier, else the tier's discount.
 * Both stand in the fields of the line, where the clerk sees and may change them.
 */
export const useTierPrice = (customerId: string | null) => {
  const { data } = useOperation('tiers.ofCustomer', { customerId: customerId ?? '' }, { enabled: customerId !== null });
  const held = data?.held ?? null;
  const discount = discountTextOf(held);
  return {
    held,
    priced: (source: LineSource): LineSource & { readonly discount: string } => {
      const own = held?.prices.find(({ productId }) => productId === source.productId)?.priceCents;
      if (own !== undefined && (source.price === null || own <= source.price)) return { ...source, price: own, discount: '' };
      return { ...source, discount };
    },
    /** The lines as somebody else is charged for them: the discount of this tier is not theirs. */
    without: (draft: VisitDraft): VisitDraft => ({
      ...draft,
      lines: draft.lines.map((line) => (discount !== '' && line.discount === discount ? { ...line, discount: '' } : line)),
    }),
  };
};
