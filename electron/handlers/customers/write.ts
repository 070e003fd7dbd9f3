import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { customerId as toCustomerId } from '../../../shared/types/ids.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { replaceContactMethod } from '../../store/contactMethods.ts';
import type { ContactField } from '../../store/contactMethods.ts';
import {
  findCustomerByCardNo,
  findCustomerById,
  insertCustomer,
  markCustomerRemoved,
  nextCustomerNumber,
  updateCustomer,
} from '../../store/customers.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import { restoreVerifications, verifyFields } from '../../store/fieldVerifications.ts';
import { replaceBirthday } from '../../store/importantDates.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requireRequiredValues, writeValues } from '../customFields/values.ts';
import { giveSignUpBonus } from '../loyalty/signUp.ts';
import { followReferrer, noteReferrer, requireReferrer } from '../referrals/naming.ts';
import { requireStaff } from '../references.ts';
import { giveTag } from '../tags/customer.ts';
import { refusedCard } from '../memberCards/standing.ts';
import { formFields } from './card.ts';
import { changedFields, withoutBlanks } from './fields.ts';
import type { FieldChanges } from './fields.ts';
import { noteChange } from '../changeNotes.ts';
import { noteTypedConsent, typedConsent } from '../privacy/consents.ts';
import { requireSensitive } from './sensitive.ts';
import { standingVerifications } from './verifications.ts';
import { refuseField } from '../refuseField.ts';

const requireFreeCard = (context: StoreContext, cardNo: string | null | undefined, holder: CustomerId | null): void => {
  if (cardNo == null) return;
  const { database } = context;
  // One that was reported lost or gave way stays so, whoever's details it is written into.
  if (refusedCard(context, cardNo) !== null && findCustomerByCardNo(database, cardNo)?.id !== holder)
    throw new AppError('conflict', { reason: 'card_was_used' });
  const taken = findCustomerByCardNo(database, cardNo);
  if (taken && taken.id !== holder)
    throw new AppError('conflict', { reason: 'card_taken', customerId: taken.id, isRemoved: taken.removed_at !== null });
};

/** What no single field can tell: who is referred to is there, and the hours are in order. */
const requireSound = (
  context: StoreContext,
  id: CustomerId | null,
  changes: FieldChanges,
  hours: FieldChanges,
  at: string,
): void => {
  requireReferrer(context, id, changes.referrerId, `${at}referrerId`);
  requireStaff(context, [changes.ownerId ?? null]);
  const { contactFromHour: from, contactToHour: to } = hours;
  if (from != null && to != null && from >= to) refuseField(`${at}contactToHour`, 'hours_order');
  requireFreeCard(context, changes.cardNo, id);
};

const contactFields: readonly ContactField[] = ['phone', 'wechat', 'email'];

/** Writes the fields that have rows of their own. */
const writeOwnRows = (context: StoreContext, customerId: CustomerId, changes: FieldChanges): void => {
  const { database } = context;
  const at = context.now();
  const newId = (): string => context.newId();
  for (const field of contactFields) {
    const value = changes[field];
    if (value !== undefined) replaceContactMethod(database, { customerId, field, value, at, newId });
  }
  if (changes.birthday !== undefined) replaceBirthday(database, { customerId, birthday: changes.birthday, newId });
};

const requireCustomer = ({ database }: StoreContext, id: CustomerId): CustomerRecord => {
  const row = findCustomerById(database, id);
  if (!row) throw new AppError('not_found', { what: 'customer' });
  return row;
};

/**
 * Adds a customer with whatever is known. The shop's required fields are the caller's to mind: somebody who types their own details
 * cannot know them.
 */
export const addCustomer = (context: StoreContext, input: HandlerInput<'customers.create'>): OutputOf<'customers.create'> => {
  const { tagIds, customFields, ...typed } = input;
  const given = followReferrer(context, { ...withoutBlanks(typed), name: input.name });
  requireSensitive(context, { incomeBand: given.incomeBand ?? undefined, education: given.education ?? undefined });
  requireSound(context, null, given, given, '');
  const fields = typedConsent(context, given);
  const id = toCustomerId(context.newId());
  const number = nextCustomerNumber(context.database, context.settings().firstCustomerNumber);
  insertCustomer(context.database, { id, number, at: context.now(), fields });
  writeOwnRows(context, id, fields);
  noteTypedConsent(context, id, {}, fields);
  noteReferrer(context, id, null, fields.referrerId ?? null);
  const known = Object.entries(fields).flatMap(([field, value]) => (value == null ? [] : [field]));
  verifyFields(context.database, { customerId: id, fields: known, on: context.today(), source: 'edited' });
  writeValues(context, id, customFields, 'customFields');
  for (const tagId of tagIds) giveTag(context, id, { tagId, source: 'membership', taggedOn: null });
  noteChange(context, id, 'created', [], {});
  const welcome = giveSignUpBonus(context, id, fields.phone ?? null);
  factRecorded(context, id, tagIds.length === 0 ? ['customers'] : ['customers', 'tags']);
  return { customerId: id, number, welcome };
};

const create = (context: StoreContext, input: HandlerInput<'customers.create'>): OutputOf<'customers.create'> => {
  requireRequiredValues(context, input.customFields);
  return addCustomer(context, input);
};

/** Says that the form was opened on a state that is no longer there. */
const requireRevision = (row: CustomerRecord, revision: number | null): void => {
  if (revision !== null && revision !== row.revision)
    throw new AppError('conflict', { reason: 'changed_meanwhile', revision: row.revision });
};

const update = (context: StoreContext, input: HandlerInput<'customers.update'>): OutputOf<'customers.update'> => {
  const { customerId } = input;
  const row = requireCustomer(context, customerId);
  if (row.removed_at !== null) throw new AppError('conflict', { reason: 'customer_removed' });
  requireRevision(row, input.revision);
  // Before looking at what is stored: whoever may not see a value cannot find it out by trying either (R004).
  requireSensitive(context, input.changes);
  const present = formFields(context, row);
  const { changes: typed, before } = changedFields(present, followReferrer(context, withoutBlanks(input.changes)));
  const names = Object.keys(before);
  if (names.length === 0) return { revision: row.revision, before, verifications: [] };
  requireSound(context, customerId, typed, { ...present, ...typed }, 'changes.');
  const changes = typedConsent(context, typed);
  const { birthday: _birthday, phone: _phone, wechat: _wechat, email: _email, ...columns } = changes;
  updateCustomer(context.database, customerId, columns, context.now());
  writeOwnRows(context, customerId, changes);
  noteTypedConsent(context, customerId, present, changes);
  if (changes.referrerId !== undefined) noteReferrer(context, customerId, present.referrerId, changes.referrerId);
  const verifications = standingVerifications(context, customerId, names);
  // What an undo writes back is as sure as it was, and no surer.
  if (input.verifications === null)
    verifyFields(context.database, { customerId, fields: names, on: context.today(), source: 'edited' });
  else restoreVerifications(context.database, customerId, names, input.verifications);
  noteChange(context, customerId, 'edited', names, before);
  factRecorded(context, customerId, ['customers']);
  return { revision: row.revision + 1, before, verifications };
};

const mark = (context: StoreContext, customerId: CustomerId, action: 'removed' | 'restored'): Record<never, never> => {
  const row = requireCustomer(context, customerId);
  // One merged away comes back by undoing the merge: only that gives everything back.
  if (action === 'restored' && row.merged_into_id !== null)
    throw new AppError('conflict', { reason: 'customer_merged', customerId: row.merged_into_id });
  const isRemoved = row.removed_at !== null;
  if (isRemoved === (action === 'removed')) return {};
  const at = context.now();
  markCustomerRemoved(context.database, customerId, action === 'removed' ? at : null, at);
  noteChange(context, customerId, action, [], {});
  factRecorded(context, customerId, ['customers']);
  return {};
};

/** Adding, editing, removing and bringing back; every one of them can be undone and shows on the timeline. */
export const customersWrite: Pick<
  HandlersOf<'customers'>,
  'customers.create' | 'customers.update' | 'customers.remove' | 'customers.restore'
> = {
  'customers.create': create,
  'customers.update': update,
  'customers.remove': (context, input) => mark(context, input.customerId, 'removed'),
  'customers.restore': (context, input) => mark(context, input.customerId, 'restored'),
};
