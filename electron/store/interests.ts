import { sql } from 'kysely';
import { requirementsSchema } from '../../shared/contract/interests.ts';
import type { Interest } from '../../shared/contract/interests.ts';
import type { InterestKind, Requirement, WishState } from '../../shared/domain/interests.ts';
import type { CustomerId, ImportId, InterestId, ProductId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { TimelinePage } from './timeline.ts';

// What a customer looked at, tried, asked about (R018) or wants made (R019).

/** What a person writes down. Requirements and `wantedBy` only for kind `wanted`. */
export interface InterestValues {
  readonly kind: InterestKind;
  readonly productId: ProductId | null;
  readonly name: string;
  readonly note: string | null;
  readonly requirements: readonly Requirement[];
  readonly wantedBy: LocalDate | null;
}

/** One to write; a wish begins open. */
export interface NewInterest extends InterestValues {
  readonly id: InterestId;
  readonly customerId: CustomerId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly staffId: StaffId | null;
  readonly importId: ImportId | null;
}

const requirementsText = (requirements: readonly Requirement[]): string =>
  JSON.stringify(requirements.map(({ label, value }) => ({ label, value })));

const insertOne = hotQuery<{
  id: InterestId;
  customerId: CustomerId;
  at: Instant;
  businessDate: LocalDate;
  kind: InterestKind;
  productId: ProductId | null;
  name: string;
  note: string | null;
  requirements: string;
  wantedBy: LocalDate | null;
  state: WishState | null;
  staffId: StaffId | null;
  importId: ImportId | null;
}>(
  sqlite.insertInto('interests').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    kind: parameter('kind'),
    product_id: parameter('productId'),
    name: parameter('name'),
    note: parameter('note'),
    requirements: parameter('requirements'),
    wanted_by: parameter('wantedBy'),
    state: parameter('state'),
    staff_id: parameter('staffId'),
    import_id: parameter('importId'),
  }),
);

/** Writes one down; also what an import brings (`importId`). */
export const insertInterest = (database: StoreDatabase, interest: NewInterest): void => {
  insertOne.run(database, {
    ...interest,
    requirements: requirementsText(interest.requirements),
    state: interest.kind === 'wanted' ? 'open' : null,
  });
};

/** Corrects one; a wish keeps its state, and what becomes a wish is open. */
export const updateInterest = (
  database: StoreDatabase,
  id: InterestId,
  values: InterestValues & {
    readonly at: Instant;
    readonly businessDate: LocalDate;
    readonly state: WishState | null;
    readonly settledOn: LocalDate | null;
  },
): void => {
  execute(
    database,
    sqlite
      .updateTable('interests')
      .set({
        kind: values.kind,
        product_id: values.productId,
        name: values.name,
        note: values.note,
        requirements: requirementsText(values.requirements),
        wanted_by: values.wantedBy,
        at: values.at,
        business_date: values.businessDate,
        state: values.state,
        settled_on: values.settledOn,
        import_id: null,
      })
      .where('id', '=', id),
  );
};

export const markWish = (database: StoreDatabase, id: InterestId, state: WishState, settledOn: LocalDate | null): void => {
  execute(database, sqlite.updateTable('interests').set({ state, settled_on: settledOn, import_id: null }).where('id', '=', id));
};

/** Marks it as taken back; null brings it back. */
export const markInterestRemoved = (database: StoreDatabase, id: InterestId, removedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('interests').set({ removed_at: removedAt }).where('id', '=', id));
};

const interests = sqlite
  .selectFrom('interests')
  .leftJoin('staff', 'staff.id', 'interests.staff_id')
  .select(['interests.id', 'interests.customer_id', 'interests.at', 'interests.business_date', 'interests.kind'])
  .select(['interests.product_id', 'interests.name', 'interests.note', 'interests.requirements', 'interests.wanted_by'])
  .select(['interests.state', 'interests.settled_on', 'interests.removed_at', 'staff.name as staff_name']);
export type InterestRow = Awaited<ReturnType<typeof interests.executeTakeFirstOrThrow>>;

/** A stored row as the contract tells it. */
export const interestOf = (row: InterestRow): Interest => ({
  id: row.id,
  kind: row.kind,
  productId: row.product_id,
  name: row.name,
  on: row.business_date,
  at: row.at,
  staffName: row.staff_name,
  note: row.note,
  requirements: requirementsSchema.parse(JSON.parse(row.requirements)),
  wantedBy: row.wanted_by,
  state: row.state,
  settledOn: row.settled_on,
});

const customer = parameter<CustomerId>('customerId');
const limit = parameter<number>('limit');

const byId = hotQuery<{ id: InterestId }, InterestRow>(interests.where('interests.id', '=', parameter<InterestId>('id')));
const page = hotQuery<{ customerId: CustomerId; offset: number; limit: number }, InterestRow>(
  interests
    .where('interests.customer_id', '=', customer)
    .where('interests.removed_at', 'is', null)
    .orderBy('interests.at', 'desc')
    .orderBy('interests.id', 'desc')
    .limit(limit)
    .offset(parameter<number>('offset')),
);
const total = hotQuery<{ customerId: CustomerId }, { total: number }>(
  sqlite
    .selectFrom('interests')
    .select((row) => row.fn.countAll<number>().as('total'))
    .where('customer_id', '=', customer)
    .where('removed_at', 'is', null),
);
const timeline = hotQuery<TimelinePage, InterestRow>(
  interests
    .where('interests.customer_id', '=', customer)
    .where('interests.removed_at', 'is', null)
    .where(sql<boolean>`(interests.at, interests.id) < (${parameter<number>('at')}, ${parameter<string>('id')})`)
    .orderBy('interests.at', 'desc')
    .orderBy('interests.id', 'desc')
    .limit(limit),
);
const open = hotQuery<{ customerId: CustomerId; limit: number }, InterestRow>(
  interests
    .where('interests.customer_id', '=', customer)
    .where('interests.state', '=', sql.lit('open'))
    .where('interests.removed_at', 'is', null)
    .orderBy('interests.at')
    .orderBy('interests.id')
    .limit(limit),
);

export interface InterestCount {
  productId: ProductId | null;
  name: string;
  viewed: number;
  tried: number;
  asked: number;
  wanted: number;
  lastOn: LocalDate;
}
const times = (kind: InterestKind) => sql<number>`count(*) FILTER (WHERE kind = ${sql.lit(kind)})`;
/** By product where there is one, by name otherwise; the product under its present name. */
const counts = hotQuery<{ customerId: CustomerId; limit: number }, InterestCount>(
  sqlite
    .selectFrom('interests')
    .leftJoin('products', 'products.id', 'interests.product_id')
    .select('interests.product_id as productId')
    .select((row) => row.fn.coalesce('products.name', 'interests.name').as('name'))
    .select([times('viewed').as('viewed'), times('tried').as('tried'), times('asked').as('asked'), times('wanted').as('wanted')])
    .select((row) => row.fn.max('interests.business_date').as('lastOn'))
    .where('interests.customer_id', '=', customer)
    .where('interests.removed_at', 'is', null)
    .groupBy(sql`coalesce(interests.product_id, interests.name)`)
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('lastOn', 'desc')
    .orderBy('name')
    .limit(limit),
);

export const findInterest = (database: StoreDatabase, id: InterestId): InterestRow | undefined => byId.first(database, { id });
export const listInterests = (
  database: StoreDatabase,
  { customerId, offset, limit: most }: { customerId: CustomerId; offset: number; limit: number },
): InterestRow[] => page.rows(database, { customerId, offset, limit: most });
export const countInterests = (database: StoreDatabase, customerId: CustomerId): number =>
  total.first(database, { customerId })?.total ?? 0;
export const listTimelineInterests = (database: StoreDatabase, where: TimelinePage): InterestRow[] =>
  timeline.rows(database, where);
/** Wishes not yet met, the oldest first. */
export const listOpenWishes = (database: StoreDatabase, customerId: CustomerId, most: number): InterestRow[] =>
  open.rows(database, { customerId, limit: most });
/** How often each product came up, the most frequent first. */
export const countByProduct = (database: StoreDatabase, customerId: CustomerId, most: number): InterestCount[] =>
  counts.rows(database, { customerId, limit: most });

/** The SQL of the reads above, so that their plans can be asserted. */
export const interestQueries = {
  byId: byId.sql,
  page: page.sql,
  total: total.sql,
  timeline: timeline.sql,
  open: open.sql,
  counts: counts.sql,
};
