import type { PartialDateParts } from '../../shared/domain/partialDate.ts';
import type { CustomerId, FamilyMemberId, ImportantDateId } from '../../shared/types/ids.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

/** A birthday or another day of a customer's (R011). */
export interface ImportantDate {
  readonly id: ImportantDateId;
  readonly kind: 'birthday' | 'anniversary' | 'other';
  readonly label: string;
  readonly date: PartialDateParts;
  readonly isYearly: boolean;
  /** How many days ahead it is brought up; null takes the shop's setting. */
  readonly leadDays: number | null;
}

export interface FamilyMember {
  readonly id: FamilyMemberId;
  readonly name: string;
  readonly relation: string;
  readonly birthDate: PartialDateParts | null;
}

interface DateRow {
  id: ImportantDateId;
  kind: ImportantDate['kind'];
  label: string;
  calendar: 'solar' | 'lunar';
  year: number | null;
  month: number | null;
  day: number | null;
  is_leap_month: 0 | 1;
  is_yearly: 0 | 1;
  lead_days: number | null;
}

interface FamilyRow {
  id: FamilyMemberId;
  name: string;
  relation: string;
  calendar: 'solar' | 'lunar' | null;
  birth_year: number | null;
  birth_month: number | null;
  birth_day: number | null;
  is_leap_month: 0 | 1;
}

const customerId = parameter<CustomerId>('customerId');
const datesOfCustomer = hotQuery<{ customerId: CustomerId }, DateRow>(
  sqlite
    .selectFrom('important_dates')
    .select(['id', 'kind', 'label', 'calendar', 'year', 'month', 'day', 'is_leap_month', 'is_yearly', 'lead_days'])
    .where('customer_id', '=', customerId)
    .orderBy('id')
    .$castTo<DateRow>(),
);
const familyOfCustomer = hotQuery<{ customerId: CustomerId }, FamilyRow>(
  sqlite
    .selectFrom('family_members')
    .select(['id', 'name', 'relation', 'calendar', 'birth_year', 'birth_month', 'birth_day', 'is_leap_month'])
    .where('customer_id', '=', customerId)
    .orderBy('id')
    .$castTo<FamilyRow>(),
);

const dateOf = (row: Pick<DateRow, 'calendar' | 'year' | 'month' | 'day' | 'is_leap_month'>): PartialDateParts => ({
  calendar: row.calendar,
  year: row.year,
  month: row.month,
  day: row.day,
  isLeapMonth: row.is_leap_month === 1,
});

export const listImportantDates = (database: StoreDatabase, id: CustomerId): ImportantDate[] =>
  datesOfCustomer.rows(database, { customerId: id }).map((row) => ({
    id: row.id,
    kind: row.kind,
    label: row.label,
    date: dateOf(row),
    isYearly: row.is_yearly === 1,
    leadDays: row.lead_days,
  }));

export const listFamilyMembers = (database: StoreDatabase, id: CustomerId): FamilyMember[] =>
  familyOfCustomer.rows(database, { customerId: id }).map((row) => ({
    id: row.id,
    name: row.name,
    relation: row.relation,
    birthDate:
      row.calendar === null
        ? null
        : dateOf({ ...row, calendar: row.calendar, year: row.birth_year, month: row.birth_month, day: row.birth_day }),
  }));

/** The customer's own birthday, of which there is at most one. */
export const birthdayAmong = (dates: readonly ImportantDate[]): PartialDateParts | null =>
  dates.find(({ kind }) => kind === 'birthday')?.date ?? null;

/** Sets or, with null, takes away the customer's birthday. */
export const replaceBirthday = (
  database: StoreDatabase,
  change: { readonly customerId: CustomerId; readonly birthday: PartialDateParts | null; readonly newId: () => string },
): void => {
  const { birthday } = change;
  const known = listImportantDates(database, change.customerId).find(({ kind }) => kind === 'birthday');
  if (birthday === null) {
    if (known) execute(database, sqlite.deleteFrom('important_dates').where('id', '=', known.id));
    return;
  }
  const { calendar, year, month, day, isLeapMonth } = birthday;
  const row = { calendar, year, month, day, is_leap_month: isLeapMonth ? 1 : 0 } as const;
  execute(
    database,
    known
      ? sqlite.updateTable('important_dates').set(row).where('id', '=', known.id)
      : sqlite
          .insertInto('important_dates')
          .values({ ...row, id: change.newId(), customer_id: change.customerId, kind: 'birthday', label: '' }),
  );
};

/** Writes a day that is not the birthday, new or known by its id; it is no import's any more. */
export const saveImportantDate = (
  database: StoreDatabase,
  owner: CustomerId,
  { id, kind, label, date, isYearly, leadDays }: ImportantDate & { readonly kind: 'anniversary' | 'other' },
): void => {
  const { calendar, year, month, day, isLeapMonth } = date;
  const row = {
    kind,
    label,
    calendar,
    year,
    month,
    day,
    is_leap_month: isLeapMonth ? 1 : 0,
    is_yearly: isYearly ? 1 : 0,
    lead_days: leadDays,
    import_id: null,
  } as const;
  execute(
    database,
    sqlite
      .insertInto('important_dates')
      .values({ ...row, id, customer_id: owner })
      .onConflict((known) => known.column('id').doUpdateSet(row)),
  );
};

export const deleteImportantDate = (database: StoreDatabase, id: ImportantDateId): void => {
  execute(database, sqlite.deleteFrom('important_dates').where('id', '=', id));
};

/** Writes a member of the family, new or known by its id; they are no import's any more. */
export const saveFamilyMember = (database: StoreDatabase, owner: CustomerId, member: FamilyMember): void => {
  const { birthDate } = member;
  const row = {
    name: member.name,
    relation: member.relation,
    calendar: birthDate?.calendar ?? null,
    birth_year: birthDate?.year ?? null,
    birth_month: birthDate?.month ?? null,
    birth_day: birthDate?.day ?? null,
    is_leap_month: birthDate?.isLeapMonth === true ? 1 : 0,
    import_id: null,
  } as const;
  execute(
    database,
    sqlite
      .insertInto('family_members')
      .values({ ...row, id: member.id, customer_id: owner })
      .onConflict((known) => known.column('id').doUpdateSet(row)),
  );
};

export const deleteFamilyMember = (database: StoreDatabase, id: FamilyMemberId): void => {
  execute(database, sqlite.deleteFrom('family_members').where('id', '=', id));
};
