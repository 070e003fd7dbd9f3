import type { OutputOf } from '../../../shared/contract.ts';
import { sumCents } from '../../../shared/types/amounts.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { listKeptOfDay } from '../../store/keptDeposits.ts';
import type { BaseContext } from '../context.ts';

/** Income of a day that is no visit: deposits that were kept. Of a booking nothing but the money is told to whoever may not see the diary. */
export const keptOfDay = (context: BaseContext, on: LocalDate): Pick<OutputOf<'visits.ofDay'>, 'kept' | 'keptCents'> => {
  const rows = listKeptOfDay(context.database, on);
  const seesDiary = context.actor.permissions.includes('appointments.read');
  const blank = { appointmentId: null, service: null, bookedFor: null, customerId: null, name: null };
  return {
    kept: rows.map((row) => (row.orderId === null && !seesDiary ? { ...row, ...blank } : row)),
    keptCents: sumCents(rows.map(({ cents }) => cents)),
  };
};
