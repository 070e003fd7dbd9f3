import type { CustomerDraft } from '../../../shared/domain/imports/customers.ts';
import { nameSortKey } from '../../../shared/domain/names.ts';
import { customerId as toCustomerId, pointsEntryId } from '../../../shared/types/ids.ts';
import type { CustomerId, ImportId, ProductId, StaffId } from '../../../shared/types/ids.ts';
import { noFacts } from '../../../shared/domain/imports/facts.ts';
import type { Points } from '../../../shared/types/amounts.ts';
import { instantAt } from '../../../shared/types/time.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import type { Scratch } from '../../store/scratch.ts';
import type { StudyContext } from '../context.ts';
import { contactsOf } from './contacts.ts';
import { addFacts, asNew } from './facts.ts';
import { listNamesOfProductsAndStaff } from '../../store/imports.ts';

/** What every part of an import needs: time stands still while it runs. `scratch` is null for a preview, which writes nothing. */
export interface Importing {
  readonly context: StudyContext;
  readonly importId: ImportId;
  readonly scratch: Scratch | null;
  readonly now: Instant;
  readonly today: LocalDate;
  /** Noon of a business day in the shop's zone: when an imported fact happened, as far as a file that knows only days can say. */
  noonOf(day: LocalDate): Instant;
  /** The library by name: what a file calls the shop's products and staff. */
  readonly names: { readonly products: ReadonlyMap<string, ProductId>; readonly staff: ReadonlyMap<string, StaffId> };
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
    names: listNamesOfProductsAndStaff(context.database),
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
  referrer: null,
  owner: null,
  card: {},
  inactive: null,
  facts: noFacts,
  contacts: null,
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
  const { card } = draft;
  scratch.add('customers', {
    id,
    number: draft.number,
    name,
    name_pinyin: name === null ? null : nameSortKey(name),
    gender: draft.gender ?? 'unknown',
    card_no: draft.cardNo,
    occupation: draft.occupation,
    income_band: card.incomeBand ?? null,
    education: card.education ?? null,
    address: draft.address,
    region: draft.region,
    source: draft.source,
    referrer_id: null,
    owner_id: draft.owner === null ? null : (importing.names.staff.get(draft.owner) ?? null),
    is_vip: card.isVip === true ? 1 : 0,
    vip_reason: card.vipReason ?? null,
    need_type: card.needType ?? null,
    preferred_channel: card.preferredChannel ?? null,
    contact_from_hour: card.contactFromHour ?? null,
    contact_to_hour: card.contactToHour ?? null,
    do_not_contact: card.doNotContact === true ? 1 : 0,
    consent_on: card.consentOn ?? null,
    consent_source: card.consentSource ?? null,
    consent_withdrawn_on: card.consentWithdrawnOn ?? null,
    stated_age: card.statedAge?.years ?? null,
    stated_age_on: card.statedAge?.on ?? null,
    safety_note: draft.safetyNote,
    likes: card.likes ?? null,
    motive: card.motive ?? null,
    needs: card.needs ?? null,
    usage_habits: card.usageHabits ?? null,
    pain_points: card.painPoints ?? null,
    note: draft.note,
    status: card.status ?? 'customer',
    is_inactive: draft.inactive === null ? 0 : 1,
    inactive_on: draft.inactive?.on ?? null,
    inactive_reason: draft.inactive?.reason ?? null,
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
  for (const { type, label, value, e164, isPrimary, isValid, verifiedOn } of contactsOf(draft))
    scratch.add('contact_methods', {
      id: context.newId(),
      customer_id: id,
      type,
      label,
      value,
      e164,
      is_primary: isPrimary ? 1 : 0,
      is_valid: isValid ? 1 : 0,
      verified_on: verifiedOn,
      created_at: now,
    });
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
      is_yearly: 1,
      lead_days: null,
      import_id: null,
    });
  }
  addFacts(importing, id, asNew(draft.facts), importing.names.products);
  addImportedPoints(importing, id, draft.points);
  return id;
};

/** The balance that somebody brings along from an older system, or what is missing to it, as one entry of the ledger. */
export const addImportedPoints = (importing: Importing, customerId: CustomerId, points: Points | null): void => {
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
