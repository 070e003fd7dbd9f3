import { cents } from '../../types/amounts.ts';
import type { Cents } from '../../types/amounts.ts';
import type { AppointmentStatus } from './statuses.ts';

/** After so many no-shows a deposit of so much is asked (X34); 0 no-shows switches it off. */
export interface DepositRule {
  readonly depositAfterNoShows: number;
  readonly depositCents: Cents;
}

/** The deposit to ask somebody for who did not come so often. */
export const depositFor = (noShows: number, { depositAfterNoShows, depositCents }: DepositRule): Cents =>
  depositAfterNoShows > 0 && noShows >= depositAfterNoShows ? depositCents : cents(0);

const KEEPING: readonly AppointmentStatus[] = ['no_show', 'late_cancelled'];

/** What stays with the shop of somebody who did not come or cancelled too late; of what was cancelled in time nothing does. */
export const keptOfBooking = ({
  status,
  depositPaidCents,
}: {
  readonly status: AppointmentStatus;
  readonly depositPaidCents: Cents;
}): Cents => (KEEPING.includes(status) ? depositPaidCents : cents(0));
