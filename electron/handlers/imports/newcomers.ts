import type { CustomerDraft } from '../../../shared/domain/imports/customers.ts';
import { nameSortKey } from '../../../shared/domain/names.ts';
import { customerId as toCustomerId, pointsEntryId } from '../../../shared/types/ids.ts';
import type { CustomerId, ImportId } from '../../../shared/types/ids.ts';
import { instantAt } from '../../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import type { Scratch } from '../../store/scratch.ts';
import type { StudyContext } from '../context.ts';
import { furtherContacts, type NewContact } from './contacts.ts';

/** What every part of an import needs: time stands still while it runs. `scratch` is null for a preview, which writes nothing. */
export interface Importing {
  readonly context: StudyContext;
  readonly importId: ImportId;
  readonly scratch: Scratch | null;
  readonly now: Instant;
  readonly today: LocalDate;
  /** Noon of a business day in the shop's zone: when an imported fact happened, as far as a file that knows only days can say. */
  noonOf(day: LocalDate): Instant;
}

export const beginImporting = (context: StudyContext, importId: ImportId, scratch: Scratch | null): Importing => {
  const { timeZone } = context.settings();
  const noons = new Map<LocalDate, Instant>();
  return {
    context,
    importId,
    scratch,
    now: context.now(),
    today: context.today(),
    noonOf: (day) => {
      const known = noons.get(day);
      if (known !== undefined) return known;
      const noon = instantAt(day, 12, timeZone);
      noons.set(day, noon);
      return noon;
    },
  };
};

const NOTHING_ELSE: Omit<CustomerDraft, 'number' | 'name' | 'phone'> = {
  cardNo: null,
  gender: null,
  birthday: null,
  otherPhones: [],
  otherEmails: [],
  wechat: null,
  qq: null,
  email: null,
  region: null,
  address: null,
  occupation: null,
  source: null,
  note: null,
  safetyNote: null,
  points: null,
  createdOn: null,
  extras: { tags: [], values: [] },
};

/** Somebody of whom a purchase log knows only how to tell them apart. */
export const bareDraft = (known: Pick<CustomerDraft, 'number' | 'name' | 'phone'>): CustomerDraft => ({
  ...NOTHING_ELSE,
  ...known,
});

/**
 * Writes down somebody new. Without a name the number stands in for it; without a number both wait until the file is read to its end,
 * when it is known which numbers are free.
 */
export const addNewcomer = (importing: Importing, draft: CustomerDraft): CustomerId => {
  const { context, importId, scratch, now, today } = importing;
  const id = toCustomerId(context.newId());
  if (scratch === null) return id;
  const name = draft.name ?? draft.number;
  scratch.add('customers', {
    id,
    number: draft.number,
    name,
    name_pinyin: name === null ? null : nameSortKey(name),
    gender: draft.gender ?? 'unknown',
    card_no: draft.cardNo,
    occupation: draft.occupation,
    address: draft.address,
    region: draft.region,
    source: draft.source,
    is_vip: 0,
    do_not_contact: 0,
    safety_note: draft.safetyNote,
    note: draft.note,
    status: 'customer',
    import_id: importId,
    created_at: draft.createdOn === null ? now : importing.noonOf(draft.createdOn),
    changed_at: now,
  });
  scratch.add('customer_changes', {
    id: context.newId(),
    customer_id: id,
    at: now,
    business_date: today,
    action: 'imported',
    fields: '[]',
    before: '{}',
    import_id: importId,
    staff_id: context.actor.staffId,
  });
  const contact = ({ type, value, e164 }: NewContact, isPrimary: 0 | 1): void =>
    scratch.add('contact_methods', {
      id: context.newId(),
      customer_id: id,
      type,
      value,
      e164,
      is_primary: isPrimary,
      is_valid: 1,
      created_at: now,
    });
  if (draft.phone) contact(draft.phone, 1);
  if (draft.wechat !== null) contact({ type: 'wechat', value: draft.wechat, e164: null }, 1);
  if (draft.email !== null) contact({ type: 'email', value: draft.email, e164: null }, 1);
  for (const further of furtherContacts(draft)) contact(further, 0);
  if (draft.birthday) {
    const { calendar, year, month, day, isLeapMonth } = draft.birthday;
    scratch.add('important_dates', {
      id: context.newId(),
      customer_id: id,
      kind: 'birthday',
      label: '',
      calendar,
      year,
      month,
      day,
      is_leap_month: isLeapMonth ? 1 : 0,
    });
  }
  addImportedPoints(importing, id, draft);
  return id;
};

/** The balance that somebody brings along from an older system, as one entry of the ledger. */
export const addImportedPoints = (
  importing: Importing,
  customerId: CustomerId,
  { points }: Pick<CustomerDraft, 'points'>,
): void => {
  if (points === null || points === 0) return;
  importing.scratch?.add('points_entries', {
    id: pointsEntryId(importing.context.newId()),
    customer_id: customerId,
    at: importing.now,
    business_date: importing.today,
    kind: 'import',
    points,
    reason: null,
    visit_id: null,
    staff_id: importing.context.actor.staffId,
    import_id: importing.importId,
  });
};
