import type { FamilyMemberId, ImportantDateId } from '../../../shared/types/ids.ts';
import { familyMemberId as toFamilyMemberId, importantDateId as toImportantDateId } from '../../../shared/types/ids.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { AppError } from '../../../shared/errors.ts';
import {
  deleteFamilyMember,
  deleteImportantDate,
  listFamilyMembers,
  listImportantDates,
  saveFamilyMember,
  saveImportantDate,
} from '../../store/importantDates.ts';
import type { FamilyMember, ImportantDate } from '../../store/importantDates.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { requirePresentCustomer } from '../references.ts';
import { noteEdit } from '../changeNotes.ts';
import { refuseField } from '../refuseField.ts';

/** One of this customer's own days; the birthday is edited as a field. */
const requireDate = ({ database }: StoreContext, customerId: CustomerId, dateId: ImportantDateId): ImportantDate => {
  const found = listImportantDates(database, customerId).find(({ id, kind }) => id === dateId && kind !== 'birthday');
  if (!found) throw new AppError('not_found', { what: 'important_date' });
  return found;
};

const requireMember = ({ database }: StoreContext, customerId: CustomerId, memberId: FamilyMemberId): FamilyMember => {
  const found = listFamilyMembers(database, customerId).find(({ id }) => id === memberId);
  if (!found) throw new AppError('not_found', { what: 'family_member' });
  return found;
};

type Names =
  'customers.saveImportantDate' | 'customers.removeImportantDate' | 'customers.saveFamilyMember' | 'customers.removeFamilyMember';

/** Days to remember and the people of the family, pets included (R011). */
export const customersFamily: Pick<HandlersOf<'customers'>, Names> = {
  'customers.saveImportantDate': (context, { customerId, dateId, kind, label, date, isYearly, leadDays }) => {
    requirePresentCustomer(context, customerId);
    if (!isYearly && (date.year === null || date.month === null || date.day === null))
      refuseField('date', 'single_day_needs_all');
    const before = dateId === null ? {} : requireDate(context, customerId, dateId);
    const id = dateId ?? toImportantDateId(context.newId());
    saveImportantDate(context.database, customerId, { id, kind, label, date, isYearly, leadDays });
    noteEdit(context, customerId, ['importantDates'], before);
    return { dateId: id };
  },
  'customers.removeImportantDate': (context, { customerId, dateId }) => {
    requirePresentCustomer(context, customerId);
    const before = requireDate(context, customerId, dateId);
    deleteImportantDate(context.database, dateId);
    noteEdit(context, customerId, ['importantDates'], before);
    return {};
  },
  'customers.saveFamilyMember': (context, { customerId, memberId, name, relation, birthDate }) => {
    requirePresentCustomer(context, customerId);
    const before = memberId === null ? {} : requireMember(context, customerId, memberId);
    const id = memberId ?? toFamilyMemberId(context.newId());
    saveFamilyMember(context.database, customerId, { id, name, relation, birthDate });
    noteEdit(context, customerId, ['familyMembers'], before);
    return { memberId: id };
  },
  'customers.removeFamilyMember': (context, { customerId, memberId }) => {
    requirePresentCustomer(context, customerId);
    const before = requireMember(context, customerId, memberId);
    deleteFamilyMember(context.database, memberId);
    noteEdit(context, customerId, ['familyMembers'], before);
    return {};
  },
};
