import { sql } from 'kysely';
import { storedTermsSchema } from '../../shared/contract/couponTerms.ts';
import type { CouponTerms } from '../../shared/domain/coupons/terms.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import type { CouponEntryId, CustomerId, DiscountCodeId, StaffId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Discount codes that many people may use (R081), and the append-only ledger of their uses.

export interface CodeFields {
  readonly code: string;
  readonly note: string;
  readonly terms: CouponTerms;
  readonly totalUses: number | null;
  readonly usesPerPerson: number | null;
  readonly fromOn: LocalDate | null;
  readonly untilOn: LocalDate | null;
}
export interface StoredCode extends CodeFields {
  readonly id: DiscountCodeId;
  readonly isArchived: boolean;
  /** How often it was used, what was taken back left out. */
  readonly used: number;
}

const codes = sqlite.selectFrom('discount_codes').select((of) => [
  'id',
  'code',
  'note',
  'terms',
  'total_uses as totalUses',
  'uses_per_person as usesPerPerson',
  'from_on as fromOn',
  'until_on as untilOn',
  'archived_at as archivedAt',
  of
    .selectFrom('discount_code_uses')
    .select(sql<number>`ifnull(-sum(discount_code_uses.uses), 0)`.as('used'))
    .whereRef('discount_code_uses.code_id', '=', 'discount_codes.id')
    .$asScalar()
    .$notNull()
    .as('used'),
]);
type CodeRow = Awaited<ReturnType<typeof codes.executeTakeFirstOrThrow>>;
const codeOf = ({ terms, archivedAt, ...row }: CodeRow): StoredCode => ({
  ...row,
  terms: storedTermsSchema.parse(JSON.parse(terms)),
  isArchived: archivedAt !== null,
});
const all = hotQuery<object, CodeRow>(codes.orderBy('created_at').orderBy('id'));
const byText = hotQuery<{ text: string }, CodeRow>(codes.where('code', '=', parameter<string>('text')));

/** Every code of the shop, those put away too, in the order they were made. */
export const listCodes = (database: StoreDatabase): StoredCode[] => all.rows(database, {}).map(codeOf);
export const findCodeByText = (database: StoreDatabase, text: string): StoredCode | undefined => {
  const row = byText.first(database, { text });
  return row && codeOf(row);
};

/** Adds the code, or writes over the one of that id. */
export const putCode = (
  database: StoreDatabase,
  { id, ...code }: CodeFields & { readonly id: DiscountCodeId },
  at: Instant,
): void => {
  const changes = {
    code: code.code,
    note: code.note,
    terms: JSON.stringify(code.terms),
    total_uses: code.totalUses,
    uses_per_person: code.usesPerPerson,
    from_on: code.fromOn,
    until_on: code.untilOn,
    changed_at: at,
  };
  execute(
    database,
    sqlite
      .insertInto('discount_codes')
      .values({ id, created_at: at, ...changes })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};
export const markCodeArchived = (database: StoreDatabase, id: DiscountCodeId, archivedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('discount_codes').set({ archived_at: archivedAt }).where('id', '=', id));
};
export const deleteCode = (database: StoreDatabase, id: DiscountCodeId): void => {
  execute(database, sqlite.deleteFrom('discount_codes').where('id', '=', id));
};

export interface NewCodeUse {
  readonly id: CouponEntryId;
  readonly codeId: DiscountCodeId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly kind: 'redeem' | 'return' | 'reverse';
  readonly uses: number;
  readonly cents: Cents;
  readonly shares: string;
  readonly visitId: VisitId;
  readonly reversesId: CouponEntryId | null;
  readonly concernsId: CouponEntryId | null;
  readonly staffId: StaffId | null;
}
const insertUse = hotQuery<NewCodeUse>(
  sqlite.insertInto('discount_code_uses').values({
    id: parameter('id'),
    code_id: parameter('codeId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    uses: parameter('uses'),
    cents: parameter('cents'),
    shares: parameter('shares'),
    visit_id: parameter('visitId'),
    reverses_id: parameter('reversesId'),
    concerns_id: parameter('concernsId'),
    staff_id: parameter('staffId'),
  }),
);
export const appendCodeUse = (database: StoreDatabase, use: NewCodeUse): void => {
  insertUse.run(database, use);
};

const everUsed = hotQuery<{ id: DiscountCodeId }, { id: CouponEntryId }>(
  sqlite.selectFrom('discount_code_uses').select('id').where('code_id', '=', parameter<DiscountCodeId>('id')).limit(1),
);
export const isCodeUsed = (database: StoreDatabase, id: DiscountCodeId): boolean =>
  everUsed.first(database, { id }) !== undefined;

const byPerson = hotQuery<{ id: DiscountCodeId; customerId: CustomerId }, { used: number }>(
  sqlite
    .selectFrom('discount_code_uses')
    // Whose a visit is now: also after a merge, and once a walk-in's was claimed.
    .innerJoin('visits', 'visits.id', 'discount_code_uses.visit_id')
    .where('discount_code_uses.code_id', '=', parameter<DiscountCodeId>('id'))
    .where('visits.customer_id', '=', parameter<CustomerId>('customerId'))
    .select(sql<number>`ifnull(-sum(discount_code_uses.uses), 0)`.as('used')),
);
/** How often one customer has used a code. */
export const codeUsesOf = (database: StoreDatabase, id: DiscountCodeId, customerId: CustomerId): number =>
  byPerson.first(database, { id, customerId })?.used ?? 0;

export interface CodeUseRow extends NewCodeUse {
  readonly code: string;
  readonly note: string;
}
const ofVisit = hotQuery<{ visitId: VisitId }, CodeUseRow>(
  sqlite
    .selectFrom('discount_code_uses')
    .innerJoin('discount_codes', 'discount_codes.id', 'discount_code_uses.code_id')
    .select([
      'discount_code_uses.id',
      'code_id as codeId',
      'at',
      'business_date as businessDate',
      'kind',
      'uses',
      'cents',
      'shares',
      'visit_id as visitId',
      'reverses_id as reversesId',
      'concerns_id as concernsId',
      'staff_id as staffId',
      'discount_codes.code',
      'discount_codes.note',
    ])
    .where('visit_id', '=', parameter<VisitId>('visitId'))
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM discount_code_uses AS reversal WHERE reversal.reverses_id = discount_code_uses.id)`,
    )
    .orderBy('at')
    .orderBy('discount_code_uses.id'),
);
/** What a visit did with codes and still stands, oldest first. */
export const listStandingCodeUses = (database: StoreDatabase, visitId: VisitId): CodeUseRow[] =>
  ofVisit.rows(database, { visitId }).filter(({ kind }) => kind !== 'reverse');

const givenBack = hotQuery<{ entryId: CouponEntryId }, { id: CouponEntryId }>(
  sqlite
    .selectFrom('discount_code_uses')
    .select('id')
    .where('concerns_id', '=', parameter<CouponEntryId>('entryId'))
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM discount_code_uses AS reversal WHERE reversal.reverses_id = discount_code_uses.id)`,
    ),
);
/** Whether a use was given back by a return that stands. */
export const isCodeUseGivenBack = (database: StoreDatabase, entryId: CouponEntryId): boolean =>
  givenBack.first(database, { entryId }) !== undefined;

/** The SQL of the reads above, so that their plans can be asserted. */
export const discountCodeQueries = { byText: byText.sql, ofVisit: ofVisit.sql, givenBack: givenBack.sql };
