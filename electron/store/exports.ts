import type { Selectable } from 'kysely';
import { fieldValueText } from '../../shared/domain/customFields.ts';
import type { ExportedCustomer } from '../../shared/domain/exports/columns.ts';
import type { PackedTag } from '../../shared/domain/exports/packed.ts';
import type { CustomerId, ExportId } from '../../shared/types/ids.ts';
import type { Cents, Quantity } from '../../shared/types/amounts.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { businessDate } from '../../shared/types/time.ts';
import { primaryOf } from './contactMethods.ts';
import type { ContactMethodRow } from './contactMethods.ts';
import { listCustomFields, listCustomValues } from './customFields.ts';
import { fieldsOf } from './customers.ts';
import type { CustomerRecord } from './customers.ts';
import { execute, firstRow, plainRows, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { ContactMethodsTable, Schema } from './schema.ts';
import { inactiveOf } from './inactive.ts';
import { byCustomer, exportedFactsOf } from './exportedFacts.ts';

export type ExportKind = Schema['exports']['kind'];

interface DateRow {
  readonly customer_id: CustomerId;
  readonly kind: 'birthday' | 'anniversary' | 'other';
  readonly label: string;
  readonly calendar: 'solar' | 'lunar';
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly is_leap_month: 0 | 1;
  readonly is_yearly: 0 | 1;
  readonly lead_days: number | null;
}
const dateOf = ({
  calendar,
  year,
  month,
  day,
  is_leap_month,
}: Omit<DateRow, 'customer_id' | 'kind' | 'label' | 'is_yearly' | 'lead_days'>) => ({
  calendar,
  year,
  month,
  day,
  isLeapMonth: is_leap_month === 1,
});

const named = '(SELECT value FROM json_each(@ids))';

/** Everything of some customers, in the given order; read in a handful of queries however many they are. */
export const readExportedCustomers = (
  database: StoreDatabase,
  ids: readonly CustomerId[],
  shop: { readonly timeZone: string; readonly dayTurnHour: number },
): ExportedCustomer[] => {
  const values = { ids: JSON.stringify(ids) };
  const read = <Row>(text: string): Row[] => plainRows<Row>(database, text, values);
  const people = new Map(
    read<CustomerRecord & { referrer_number: string | null; owner_name: string | null }>(
      `SELECT customers.*, referrers.number AS referrer_number, staff.name AS owner_name FROM customers
       LEFT JOIN customers AS referrers ON referrers.id = customers.referrer_id LEFT JOIN staff ON staff.id = customers.owner_id
       WHERE customers.id IN ${named}`,
    ).map((row) => [row.id, row]),
  );
  const methodsOf = byCustomer(
    read<ContactMethodRow & Pick<Selectable<ContactMethodsTable>, 'customer_id' | 'is_primary'>>(
      `SELECT customer_id, id, type, label, value, e164, is_primary, is_valid, verified_on FROM contact_methods
       WHERE customer_id IN ${named} ORDER BY is_primary DESC, created_at, id`,
    ),
  );
  const datesOf = byCustomer(
    read<DateRow>(
      `SELECT customer_id, kind, label, calendar, year, month, day, is_leap_month, is_yearly, lead_days
       FROM important_dates
       WHERE customer_id IN ${named} ORDER BY id`,
    ),
  );
  const familyOf = byCustomer(
    read<
      Omit<DateRow, 'kind' | 'label' | 'calendar' | 'is_yearly' | 'lead_days'> & {
        name: string;
        relation: string;
        calendar: 'solar' | 'lunar' | null;
      }
    >(
      `SELECT customer_id, name, relation, calendar, birth_year AS year, birth_month AS month, birth_day AS day, is_leap_month
       FROM family_members WHERE customer_id IN ${named} ORDER BY id`,
    ),
  );
  const tagsOf = byCustomer(
    read<PackedTag & { customer_id: CustomerId }>(
      `SELECT customer_id, tag_groups.name AS "group", tags.name, customer_tags.source, customer_tags.tagged_on AS taggedOn
       FROM customer_tags JOIN tags ON tags.id = customer_tags.tag_id JOIN tag_groups ON tag_groups.id = tags.group_id
       WHERE customer_id IN ${named} ORDER BY tag_groups.position, tags.position`,
    ),
  );
  const summariesOf = byCustomer(
    read<Selectable<Schema['customer_summaries']>>(`SELECT * FROM customer_summaries WHERE customer_id IN ${named}`),
  );

  const factsOf = exportedFactsOf(database, ids);
  const definitions = listCustomFields(database, true);
  const valuesOf = listCustomValues(database, ids, definitions);
  const ownFieldsOf = (id: CustomerId): Record<string, string> =>
    Object.fromEntries(definitions.map((field) => [field.name, fieldValueText(field, valuesOf.get(id)?.get(field.id) ?? null)]));

  return ids.flatMap((id): ExportedCustomer[] => {
    const row = people.get(id);
    if (row === undefined) return [];
    const methods = methodsOf(id);
    const dates = datesOf(id);
    const [summary] = summariesOf(id);
    const birthday = dates.find(({ kind }) => kind === 'birthday');
    return [
      {
        ...fieldsOf(row),
        uid: row.id,
        number: row.number,
        phone: primaryOf(methods, 'phone')?.value ?? null,
        wechat: primaryOf(methods, 'wechat')?.value ?? null,
        email: primaryOf(methods, 'email')?.value ?? null,
        birthday: birthday === undefined ? null : dateOf(birthday),
        referrerNumber: row.referrer_number,
        ownerName: row.owner_name,
        inactive: inactiveOf(row),
        createdOn: businessDate(row.created_at, shop.timeZone, shop.dayTurnHour),
        contactMethods: methods.map(({ type, label, value, e164, is_primary, is_valid, verified_on }) => ({
          type,
          label,
          value,
          e164,
          isPrimary: is_primary === 1,
          isValid: is_valid === 1,
          verifiedOn: verified_on,
        })),
        importantDates: dates.flatMap((date) =>
          date.kind === 'birthday'
            ? []
            : [
                {
                  kind: date.kind,
                  label: date.label,
                  date: dateOf(date),
                  isYearly: date.is_yearly === 1,
                  leadDays: date.lead_days,
                },
              ],
        ),
        familyMembers: familyOf(id).map(({ name, relation, calendar, ...date }) => ({
          name,
          relation,
          birthDate: calendar === null ? null : dateOf({ ...date, calendar }),
        })),
        tags: tagsOf(id),
        ownFields: ownFieldsOf(id),
        ...factsOf(id),
        visitCount: summary?.visit_count ?? 0,
        spendCents: summary?.spend_cents ?? 0,
        pointsBalance: summary?.points_balance ?? 0,
        firstVisitOn: summary?.first_visit_on ?? null,
        lastVisitOn: summary?.last_visit_on ?? null,
      },
    ];
  });
};

/** A line of a visit; a visit without lines has one row with nothing bought. */
export interface ExportedPurchase {
  readonly number: string;
  readonly name: string;
  readonly phone: string | null;
  readonly business_date: LocalDate;
  readonly product: string | null;
  readonly quantity: Quantity | null;
  readonly amount_cents: Cents | null;
  readonly cost_cents: Cents | null;
  readonly staff: string | null;
  readonly note: string | null;
}

/** What some customers bought between two days (both included), visit by visit. */
export const readExportedPurchases = (
  database: StoreDatabase,
  ids: readonly CustomerId[],
  days: { readonly from: LocalDate; readonly to: LocalDate },
): ExportedPurchase[] =>
  plainRows<ExportedPurchase>(
    database,
    `SELECT customers.number, customers.name, visits.business_date, lines.name AS product, lines.quantity, lines.amount_cents,
       lines.cost_cents, staff.name AS staff, visits.note,
       (SELECT value FROM contact_methods WHERE contact_methods.customer_id = customers.id AND type IN ('mobile', 'landline')
        ORDER BY is_primary DESC, created_at, id LIMIT 1) AS phone
     FROM json_each(@ids) AS given CROSS JOIN customers ON customers.id = given.value
     JOIN visits ON visits.customer_id = customers.id LEFT JOIN visit_lines AS lines ON lines.visit_id = visits.id
     LEFT JOIN staff ON staff.id = coalesce(lines.staff_id, visits.staff_id)
     WHERE visits.undone_at IS NULL AND visits.business_date BETWEEN @from AND @to
     ORDER BY given.key, visits.at, visits.id, lines.position`,
    { ids: JSON.stringify(ids), ...days },
  );

/** Writes down that a file left the shop. */
export const insertExport = (database: StoreDatabase, row: Schema['exports']): void => {
  execute(database, sqlite.insertInto('exports').values(row));
};

/** Files that left the shop, latest first. */
export const listExports = (database: StoreDatabase, page: { readonly offset: number; readonly limit: number }) => ({
  total:
    firstRow(
      database,
      sqlite.selectFrom('exports').select((of) => of.fn.countAll<number>().as('total')),
    )?.total ?? 0,
  rows: rows(
    database,
    sqlite
      .selectFrom('exports')
      .leftJoin('staff', 'staff.id', 'exports.staff_id')
      .select(['exports.id', 'exports.at', 'kind', 'format', 'row_count', 'file_name', 'staff.name as staff_name'])
      .orderBy('exports.at', 'desc')
      .orderBy('exports.id', 'desc')
      .limit(page.limit)
      .offset(page.offset)
      .$castTo<{
        id: ExportId;
        at: Schema['exports']['at'];
        kind: ExportKind;
        format: string;
        row_count: number;
        file_name: string;
        staff_name: string | null;
      }>(),
  ),
});
