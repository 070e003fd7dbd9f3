import { z } from 'zod';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { contactMethodIdSchema } from '../../../shared/contract/values.ts';
import { nextAttemptAfter, reasonsOfCall } from '../../../shared/domain/callbacks.ts';
import { AppError } from '../../../shared/errors.ts';
import { callbackId as toCallbackId, interactionId as toInteractionId } from '../../../shared/types/ids.ts';
import type { CallbackId, CustomerId } from '../../../shared/types/ids.ts';
import type { Instant } from '../../../shared/types/time.ts';
import { openReminders } from '../../engine/judge.ts';
import {
  findCallback,
  insertCallback,
  isContactBlocked,
  markCallbackUndone,
  setContactValidity,
  setDoNotContact,
  standingBefore,
} from '../../store/callbacks.ts';
import { listContactMethods } from '../../store/contactMethods.ts';
import { insertInteraction } from '../../store/interactions.ts';
import type { StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requirePresentCustomer, requireStaff } from '../references.ts';
import { phoneToCall } from './today.ts';
import { refuseField } from '../refuseField.ts';

/** What a call changed besides itself, kept so that taking it back restores exactly that. */
const beforeSchema = z.object({
  /** The number that turned out wrong. */
  invalidated: contactMethodIdSchema.nullable(),
  /** Set only by "do not call": whether the customer was blocked already. */
  wasBlocked: z.boolean().nullable(),
});
type Before = z.output<typeof beforeSchema>;

const nextAttempt = (
  context: StoreContext,
  { outcome, nextAttemptAt }: HandlerInput<'callbacks.recordOutcome'>,
): Instant | null => {
  const now = context.now();
  const next = nextAttemptAfter(outcome, nextAttemptAt, now);
  if (next !== null && next <= now) refuseField('nextAttemptAt', 'time_not_in_future');
  return next;
};

/** What the outcome says about the customer beyond this call: a wrong number is marked, only "do not call" blocks. */
const applyOutcome = (
  context: StoreContext,
  customerId: CustomerId,
  outcome: HandlerInput<'callbacks.recordOutcome'>['outcome'],
): Before => {
  const { database } = context;
  if (outcome === 'wrong_number') {
    const phone = phoneToCall(listContactMethods(database, customerId));
    if (phone) setContactValidity(database, phone.id, 0);
    return { invalidated: phone?.id ?? null, wasBlocked: null };
  }
  if (outcome === 'do_not_call') {
    const wasBlocked = isContactBlocked(database, customerId);
    if (!wasBlocked) setDoNotContact(database, customerId, 1, context.now());
    return { invalidated: null, wasBlocked };
  }
  return { invalidated: null, wasBlocked: null };
};

/** Outcome, next attempt, timeline entry and what becomes of the reasons, in the one transaction of the command (DOMAIN). */
export const recordOutcome = (
  context: StoreContext,
  input: HandlerInput<'callbacks.recordOutcome'>,
): OutputOf<'callbacks.recordOutcome'> => {
  const { database, actor } = context;
  const { customerId, outcome } = input;
  requirePresentCustomer(context, customerId);
  requireStaff(context, [actor.staffId]);
  const nextAttemptAt = nextAttempt(context, input);
  const reasons = reasonsOfCall(outcome, openReminders(database, customerId), context.settings().maximumAttempts);
  const before = applyOutcome(context, customerId, outcome);
  const entry = {
    customerId,
    at: context.now(),
    businessDate: context.today(),
    outcome,
    nextAttemptAt,
    note: input.note === '' ? null : input.note,
    staffId: actor.staffId,
  };
  const interactionId = toInteractionId(context.newId());
  insertInteraction(database, { ...entry, id: interactionId, channel: 'phone', direction: 'out', isPromotional: 0 });
  const callbackId = toCallbackId(context.newId());
  insertCallback(database, {
    ...entry,
    id: callbackId,
    interactionId,
    reasons: JSON.stringify(reasons),
    before: JSON.stringify(before),
  });
  factRecorded(context, customerId, ['callbacks']);
  return { callbackId, interactionId, nextAttemptAt };
};

/** What this call changed and no other standing call wants changed. */
const restore = (context: StoreContext, customerId: CustomerId, { invalidated, wasBlocked }: Before): void => {
  const { database } = context;
  const others = (outcome: 'wrong_number' | 'do_not_call'): Before[] =>
    standingBefore(database, customerId, outcome).map((text) => beforeSchema.parse(JSON.parse(text)));
  if (invalidated !== null && !others('wrong_number').some((other) => other.invalidated === invalidated))
    setContactValidity(database, invalidated, 1);
  if (wasBlocked === false && others('do_not_call').length === 0) setDoNotContact(database, customerId, 0, context.now());
};

/** Takes a recorded outcome back: timeline, reasons, tries, number and block are as they were. Errors: already_undone. */
export const undoOutcome = (context: StoreContext, callbackId: CallbackId): void => {
  const call = findCallback(context.database, callbackId);
  if (!call) throw new AppError('not_found', { what: 'callback' });
  if (call.undone_at !== null) throw new AppError('already_undone', {});
  markCallbackUndone(context.database, { id: callbackId, interactionId: call.interaction_id, at: context.now() });
  restore(context, call.customer_id, beforeSchema.parse(JSON.parse(call.before)));
  factRecorded(context, call.customer_id, ['callbacks']);
};
