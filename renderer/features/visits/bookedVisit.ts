import { v7 as uuidv7 } from 'uuid';
import type { Appointment } from '../../../shared/contract/appointments.ts';
import type { VisitDraft } from '../../../shared/contract/parkedVisits.ts';
import type { Product } from '../../../shared/contract/products.ts';
import { quantity, UNIT_QUANTITY, type Cents } from '../../../shared/types/amounts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { draftOf } from './lines.ts';
import { emptyDraft } from './useVisitForm.ts';

export interface BookedVisit {
  /** Null is somebody with a name alone: a walk-in at the desk. */
  readonly customerId: CustomerId | null;
  readonly draft: VisitDraft;
  readonly label: string;
  readonly depositCents: Cents;
}

const LONGEST_LABEL = 40;
const MINUTES_PER_HOUR = 60;

/**
 * What a booking says of its visit: what for at its price (charged by the hour, for as long as was booked), with whom, for which thing,
 * and what was paid ahead. A service that is no product has its price still to be typed.
 */
export const bookedVisit = (appointment: Appointment, products: readonly Product[]): BookedVisit => {
  const { customerId, name, service, productId, staffId, thing, lengthMinutes, depositPaidCents } = appointment;
  const product = products.find(({ id }) => id === productId);
  const hours = quantity(Math.round((lengthMinutes * UNIT_QUANTITY) / MINUTES_PER_HOUR));
  const line = draftOf(
    uuidv7(),
    {
      productId: product?.id ?? null,
      name: product?.name ?? service,
      price: product?.priceCents ?? null,
      cost: product?.costCents ?? null,
      quantity: product?.chargedBy === 'hour' ? hours : quantity(UNIT_QUANTITY),
    },
    null,
  );
  return {
    customerId,
    draft: {
      ...emptyDraft,
      lines: line.name === '' ? [] : [line],
      staffId,
      ...(thing !== null && { thingId: thing.id }),
    },
    label: customerId === null ? name.slice(0, LONGEST_LABEL) : '',
    depositCents: depositPaidCents,
  };
};
