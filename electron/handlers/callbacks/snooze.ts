import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { reminderSnoozeId } from '../../../shared/types/ids.ts';
import type { ReminderSnoozeId } from '../../../shared/types/ids.ts';
import { addMonths } from '../../../shared/types/time.ts';
import { endSnooze, findSnooze, insertSnooze, listSnoozes } from '../../store/reminderSnoozes.ts';
import type { StoreContext } from '../context.ts';
import { requireKnownCustomer, requirePresentCustomer } from '../references.ts';
import { refuseField } from '../refuseField.ts';
import { valuesMoved } from '../valuesMoved.ts';

/** Farther off nobody means a day: that is for good. */
const MOST_MONTHS = 60;

/** One reason is not brought up of one person for a time (X05). Errors: bad_input (date_past, date_too_far). */
export const snooze = (context: StoreContext, input: HandlerInput<'callbacks.snooze'>): OutputOf<'callbacks.snooze'> => {
  const { customerId, rule, until, note } = input;
  requirePresentCustomer(context, customerId);
  const today = context.today();
  if (until.kind === 'day' && until.on <= today) refuseField('until.on', 'date_past');
  if (until.kind === 'day' && until.on > addMonths(today, MOST_MONTHS)) refuseField('until.on', 'date_too_far');
  const id = reminderSnoozeId(context.newId());
  insertSnooze(context.database, {
    id,
    customerId,
    rule,
    until: until.kind,
    untilOn: until.kind === 'day' ? until.on : null,
    note: note === '' ? null : note,
    at: context.now(),
    businessDate: today,
    staffId: context.actor.staffId,
  });
  valuesMoved(context, 'customers', [customerId]);
  return { snoozeId: id };
};

const set = (context: StoreContext, snoozeId: ReminderSnoozeId, isEnded: boolean): Record<never, never> => {
  const found = findSnooze(context.database, snoozeId);
  if (!found) throw new AppError('not_found', { what: 'snooze' });
  requirePresentCustomer(context, found.customer_id);
  if ((found.ended_at !== null) === isEnded) throw new AppError('already_undone', {});
  endSnooze(context.database, snoozeId, isEnded ? context.now() : null);
  valuesMoved(context, 'customers', [found.customer_id]);
  return {};
};

/** Brings it up again. Errors: not_found, already_undone. */
export const resume = (context: StoreContext, { snoozeId }: HandlerInput<'callbacks.resume'>): Record<never, never> =>
  set(context, snoozeId, true);
/** Takes `resume` back. */
export const snoozeAgain = (context: StoreContext, { snoozeId }: HandlerInput<'callbacks.snoozeAgain'>): Record<never, never> =>
  set(context, snoozeId, false);

/** What is not brought up of somebody, over ones left out. */
export const snoozes = (
  context: StoreContext,
  { customerId }: HandlerInput<'callbacks.snoozes'>,
): OutputOf<'callbacks.snoozes'> => {
  requireKnownCustomer(context, customerId);
  const today = context.today();
  return {
    snoozes: listSnoozes(context.database, customerId)
      .filter(({ until_on: on }) => on === null || on > today)
      .map((row) => ({
        id: row.id,
        rule: row.rule,
        until:
          row.until === 'day' && row.until_on !== null
            ? { kind: 'day', on: row.until_on }
            : { kind: row.until === 'debt_paid' ? 'debt_paid' : 'for_good' },
        note: row.note,
        since: row.business_date,
        staffName: row.staff_name,
      })),
  };
};
