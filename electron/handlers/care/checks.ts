import { z } from 'zod';
import type { HandlerInput } from '../../../shared/contract.ts';
import { contactMethodIdSchema, localDateSchema } from '../../../shared/contract/values.ts';
import { checkedFields, quarterOf } from '../../../shared/domain/care/quarter.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { setContactValidity } from '../../store/callbacks.ts';
import {
  appendChecks,
  checkCandidates,
  findCheck,
  listChecks,
  setCardVerifiedOn,
  setContactVerifiedOn,
  settleCheck,
} from '../../store/careChecks.ts';
import { listContactMethods } from '../../store/contactMethods.ts';
import { findCustomerById } from '../../store/customers.ts';
import { listVerifications, restoreVerifications, verifyFields } from '../../store/fieldVerifications.ts';
import { phoneToCall } from '../callbacks/today.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requirePresentCustomer } from '../references.ts';

/** What a check changed besides itself, kept so that taking it back restores exactly that. */
const beforeSchema = z.object({
  verifiedOn: localDateSchema.nullable(),
  fields: z.array(z.object({ field: z.string(), verifiedOn: localDateSchema, source: z.enum(['confirmed', 'edited']) })),
  contacts: z.array(z.object({ id: contactMethodIdSchema, verifiedOn: localDateSchema.nullable() })),
  /** The number that turned out wrong. */
  invalidated: contactMethodIdSchema.nullable(),
});
type Before = z.output<typeof beforeSchema>;

/** Active people lead, then those who were here within half a year: who has long stayed away cannot be asked. */
const activities = ['active', 'semi_active'] as const;

const plan = (context: StoreContext): { added: number; total: number } => {
  const { name: quarter, firstDay } = quarterOf(context.today());
  const onList = listChecks(context.database, quarter).length;
  let wanted = Math.max(0, context.settings().careCheckSize - onList);
  const chosen: CustomerId[] = [];
  for (const activity of activities) {
    if (wanted === 0) break;
    const found = checkCandidates(context.database, { activity, quarter, firstDay, limit: wanted });
    chosen.push(...found);
    wanted -= found.length;
  }
  appendChecks(context.database, quarter, chosen);
  context.changed(['care'], []);
  return { added: chosen.length, total: onList + chosen.length };
};

/** Every way of contact that still holds counts as confirmed, what one asks a person about, and the card as a whole. */
const confirm = ({ database, today }: StoreContext, customerId: CustomerId): Before => {
  const fields = listVerifications(database, customerId);
  verifyFields(database, { customerId, fields: checkedFields, on: today() });
  const methods = listContactMethods(database, customerId).filter(({ is_valid: isValid }) => isValid === 1);
  for (const { id } of methods) setContactVerifiedOn(database, id, today());
  const verifiedOn = findCustomerById(database, customerId)?.verified_on ?? null;
  setCardVerifiedOn(database, customerId, today());
  return { verifiedOn, fields, contacts: methods.map(({ id, verified_on: on }) => ({ id, verifiedOn: on })), invalidated: null };
};

/** The number is marked and no longer called; it stays on the card as a trace. */
const invalidate = ({ database }: StoreContext, customerId: CustomerId): Before => {
  const phone = phoneToCall(listContactMethods(database, customerId));
  if (!phone) throw new AppError('conflict', { reason: 'no_valid_number' });
  setContactValidity(database, phone.id, 0);
  const verifiedOn = findCustomerById(database, customerId)?.verified_on ?? null;
  return { verifiedOn, fields: [], contacts: [], invalidated: phone.id };
};

const record = (context: StoreContext, { customerId, outcome }: HandlerInput<'care.recordCheck'>): Record<never, never> => {
  requirePresentCustomer(context, customerId);
  const { name: quarter } = quarterOf(context.today());
  const check = findCheck(context.database, quarter, customerId);
  if (!check) throw new AppError('not_found', { what: 'check' });
  if (check.outcome !== null) throw new AppError('conflict', { reason: 'check_settled' });
  const before = outcome === 'invalid' ? invalidate(context, customerId) : confirm(context, customerId);
  settleCheck(context.database, {
    quarter,
    customerId,
    outcome,
    at: context.now(),
    before: JSON.stringify(before),
    staffId: context.actor.staffId,
  });
  factRecorded(context, customerId, ['care']);
  return {};
};

const undo = (context: StoreContext, customerId: CustomerId): void => {
  const { database } = context;
  requirePresentCustomer(context, customerId);
  const { name: quarter } = quarterOf(context.today());
  const check = findCheck(database, quarter, customerId);
  if (!check) throw new AppError('not_found', { what: 'check' });
  if (check.outcome === null || check.before === null) throw new AppError('already_undone', {});
  const before = beforeSchema.parse(JSON.parse(check.before));
  if (before.invalidated === null) {
    setCardVerifiedOn(database, customerId, before.verifiedOn);
    restoreVerifications(database, customerId, checkedFields, before.fields);
    for (const { id, verifiedOn } of before.contacts) setContactVerifiedOn(database, id, verifiedOn);
  } else setContactValidity(database, before.invalidated, 1);
  settleCheck(database, { quarter, customerId, outcome: null, at: null, before: null, staffId: null });
  factRecorded(context, customerId, ['care']);
};

/** The quarterly check (R183): whom to ask, what came of it, and taking it back. */
export const careChecks: Pick<HandlersOf<'care'>, 'care.planQuarter' | 'care.recordCheck' | 'care.undoCheck'> = {
  'care.planQuarter': plan,
  'care.recordCheck': record,
  'care.undoCheck': (context, { customerId }) => {
    undo(context, customerId);
    return {};
  },
};
