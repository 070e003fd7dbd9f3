import type { OutputOf } from '../../../shared/contract.ts';
import { customerFieldSchema } from '../../../shared/contract/customers.ts';
import { differencesOf } from '../../../shared/domain/merges.ts';
import type { FieldDifference, MergeCard } from '../../../shared/domain/merges.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { listContactMethods, primaryOf } from '../../store/contactMethods.ts';
import { listCustomerRows } from '../../store/customerRows.ts';
import { findCustomerById } from '../../store/customers.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import { findStaffById } from '../../store/staff.ts';
import type { StoreContext } from '../context.ts';
import { contactMethodsOf, formFields } from '../customers/card.ts';

export type Side = OutputOf<'merges.preview'>['survivor'];
export type FieldName = (typeof fieldNames)[number];
const fieldNames = customerFieldSchema.options;

/** The contact methods of a form, by the field that shows them. */
export const contactFields = ['phone', 'wechat', 'email'] as const;

/** Who can be merged: there, not removed. Throws not_found and conflict (customer_removed, customer_merged). */
const requireMergeable = ({ database }: StoreContext, id: CustomerId): CustomerRecord => {
  const row = findCustomerById(database, id);
  if (!row) throw new AppError('not_found', { what: 'customer' });
  if (row.merged_into_id !== null) throw new AppError('conflict', { reason: 'customer_merged', customerId: row.merged_into_id });
  if (row.removed_at !== null) throw new AppError('conflict', { reason: 'customer_removed' });
  return row;
};

/** Both cards. Throws conflict (merge_self) for one card given twice. */
export const requirePair = (
  context: StoreContext,
  input: { readonly survivorId: CustomerId; readonly otherId: CustomerId },
): { readonly survivor: CustomerRecord; readonly other: CustomerRecord } => {
  if (input.survivorId === input.otherId) throw new AppError('conflict', { reason: 'merge_self' });
  return { survivor: requireMergeable(context, input.survivorId), other: requireMergeable(context, input.otherId) };
};

export const sideOf = (context: StoreContext, row: CustomerRecord): Side => {
  const { database } = context;
  const [customer] = listCustomerRows(database, [row.id]);
  if (!customer) throw new AppError('not_found', { what: 'customer' });
  return {
    customer,
    revision: row.revision,
    fields: formFields(context, row),
    contactMethods: contactMethodsOf(context, row),
    referrerName: row.referrer_id === null ? null : (findCustomerById(database, row.referrer_id)?.name ?? null),
    ownerName: row.owner_id === null ? null : (findStaffById(database, row.owner_id)?.name ?? null),
    verifiedOn: row.verified_on,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
};

const mergeCard = (context: StoreContext, row: CustomerRecord): MergeCard => {
  const methods = listContactMethods(context.database, row.id);
  return {
    fields: formFields(context, row),
    contacts: contactFields.flatMap((field) => {
      const method = primaryOf(methods, field);
      return method ? [{ field, isValid: method.is_valid === 1, verifiedOn: method.verified_on }] : [];
    }),
    verifiedOn: row.verified_on,
    changedAt: row.changed_at,
  };
};

/** A referrer who is the other of the two is no difference: nobody was referred by themselves. */
const withoutEachOther = (card: MergeCard, other: CustomerRecord): MergeCard =>
  card.fields['referrerId'] === other.id ? { ...card, fields: { ...card.fields, referrerId: null } } : card;

/** The fields on which two cards differ. */
export const pairDifferences = (
  context: StoreContext,
  pair: { readonly survivor: CustomerRecord; readonly other: CustomerRecord },
): FieldDifference<FieldName>[] => {
  const { survivor, other } = pair;
  return differencesOf(
    fieldNames,
    withoutEachOther(mergeCard(context, survivor), other),
    withoutEachOther(mergeCard(context, other), survivor),
  );
};
