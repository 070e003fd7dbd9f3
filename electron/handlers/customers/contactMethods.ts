import type { KeptMethod } from '../../../shared/contract/contactMethods.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { contactMethodId } from '../../../shared/types/ids.ts';
import type { ContactMethodId, CustomerId } from '../../../shared/types/ids.ts';
import {
  deleteContactMethod,
  isSameKind,
  listContactMethods,
  ownerOfContactMethod,
  parseContact,
  putContactMethod,
  setContactMethod,
} from '../../store/contactMethods.ts';
import type { ContactMethodRow } from '../../store/contactMethods.ts';
import { verifyFields } from '../../store/fieldVerifications.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requirePresentCustomer } from '../references.ts';
import { noteEdit } from '../changeNotes.ts';
import { refuseField } from '../refuseField.ts';

type Changed = OutputOf<'customers.saveContactMethod'>;

const kept = (row: ContactMethodRow): KeptMethod => ({
  id: row.id,
  type: row.type,
  label: row.label,
  value: row.value,
  isMarkedPrimary: row.is_primary === 1,
  isValid: row.is_valid === 1,
  verifiedOn: row.verified_on,
  createdAt: row.created_at,
});

const find = (methods: readonly ContactMethodRow[], id: ContactMethodId): ContactMethodRow => {
  const found = methods.find((method) => method.id === id);
  if (!found) throw new AppError('not_found', { what: 'contact_method' });
  return found;
};

/** Writes the change on the timeline and says how it is taken back. */
const changed = (
  context: StoreContext,
  customerId: CustomerId,
  methodId: ContactMethodId,
  before: Changed['before'],
): Changed => {
  noteEdit(context, customerId, ['contactMethods'], before);
  return { methodId, before };
};

type Names =
  | 'customers.saveContactMethod'
  | 'customers.markContactMethod'
  | 'customers.removeContactMethod'
  | 'customers.restoreContactMethods';

/** Every way to reach a customer (R002): added, changed, marked and taken away, each with what takes it back. */
export const customersContactMethods: Pick<HandlersOf<'customers'>, Names> = {
  'customers.saveContactMethod': (context, { customerId, methodId, type, label, value }) => {
    requirePresentCustomer(context, customerId);
    const { database } = context;
    const methods = listContactMethods(database, customerId);
    const known = methodId === null ? undefined : find(methods, methodId);
    const typed = parseContact(type, value);
    if (typed === 'not_a_phone' || typed === 'not_an_email') return refuseField('value', typed);
    const isKnown = methods.some(
      (method) =>
        method.id !== methodId &&
        isSameKind(method.type, typed.type) &&
        (typed.e164 === null ? method.value === typed.value : method.e164 === typed.e164),
    );
    if (isKnown) refuseField('value', 'contact_twice');
    const isSameValue = known?.value === typed.value && known.type === typed.type;
    const id = methodId ?? contactMethodId(context.newId());
    putContactMethod(database, customerId, {
      ...typed,
      id,
      label: label === '' ? null : label,
      is_primary: known?.is_primary ?? (methods.some((method) => isSameKind(method.type, typed.type)) ? 0 : 1),
      is_valid: isSameValue ? known.is_valid : 1,
      verified_on: isSameValue ? known.verified_on : null,
      created_at: known?.created_at ?? context.now(),
    });
    const before = known ? { changed: [kept(known)], added: [] } : { changed: [], added: [id] };
    return changed(context, customerId, id, before);
  },

  'customers.markContactMethod': (context, { customerId, methodId, isPrimary, isValid, isVerified }) => {
    requirePresentCustomer(context, customerId);
    const { database } = context;
    const methods = listContactMethods(database, customerId);
    const method = find(methods, methodId);
    const others =
      isPrimary === true ? methods.filter((other) => other.id !== methodId && isSameKind(other.type, method.type)) : [];
    for (const other of others) setContactMethod(database, other.id, { is_primary: 0 });
    setContactMethod(database, methodId, {
      ...(isPrimary === true && { is_primary: 1 }),
      ...(isValid !== undefined && { is_valid: isValid ? 1 : 0 }),
      // What was just verified is right.
      ...(isVerified === true && { verified_on: context.today(), is_valid: 1 }),
      ...(isVerified === false && { verified_on: null }),
    });
    if (isVerified === true) verifyFields(database, { customerId, fields: ['contactMethods'], on: context.today() });
    return changed(context, customerId, methodId, { changed: [method, ...others].map(kept), added: [] });
  },

  'customers.removeContactMethod': (context, { customerId, methodId }) => {
    requirePresentCustomer(context, customerId);
    const method = find(listContactMethods(context.database, customerId), methodId);
    deleteContactMethod(context.database, methodId);
    return changed(context, customerId, methodId, { changed: [kept(method)], added: [] });
  },

  'customers.restoreContactMethods': (context, { customerId, changed: former, added }) => {
    requirePresentCustomer(context, customerId);
    const { database } = context;
    for (const id of [...added, ...former.map((method) => method.id)]) {
      const owner = ownerOfContactMethod(database, id);
      if (owner !== undefined && owner !== customerId) throw new AppError('not_found', { what: 'contact_method' });
    }
    for (const id of added) deleteContactMethod(database, id);
    for (const method of former) {
      const typed = parseContact(method.type, method.value);
      putContactMethod(database, customerId, {
        id: method.id,
        type: method.type,
        label: method.label,
        value: method.value,
        e164: typeof typed === 'string' ? null : typed.e164,
        is_primary: method.isMarkedPrimary ? 1 : 0,
        is_valid: method.isValid ? 1 : 0,
        verified_on: method.verifiedOn,
        created_at: method.createdAt,
      });
    }
    noteEdit(context, customerId, ['contactMethods'], {});
    factRecorded(context, customerId, ['customers']);
    return {};
  },
};
