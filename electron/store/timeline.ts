import { sql } from 'kysely';
import type { Cents, Quantity } from '../../shared/types/amounts.ts';
import type { AttachmentId, CustomerId, InteractionId, MergeId, ValueCardId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import { ledgerRows } from './loyalty.ts';
import type { LedgerRow } from './loyalty.ts';
import { creditRows } from './credit.ts';
import type { CreditRow } from './credit.ts';
import type { CustomerChangesTable, InteractionsTable } from './schema.ts';
import { storedValueRows } from './storedValue.ts';
import type { StoredValueRow } from './storedValue.ts';
import { visitRows } from './visits.ts';
import type { VisitRow } from './visits.ts';

// One query for each kind of entry, newest first, strictly below (at, id), each on an index in that very order: a page costs
// the same however long the history is.

/** A page of one kind: rows strictly below (at, id), at most `limit`. */
export interface TimelinePage {
  customerId: CustomerId;
  at: number;
  id: string;
  limit: number;
}

const customer = parameter<CustomerId>('customerId');
const limit = parameter<number>('limit');
const below = (table: string) =>
  sql<boolean>`(${sql.ref(`${table}.at`)}, ${sql.ref(`${table}.id`)}) < (${parameter<number>('at')}, ${parameter<string>('id')})`;

const visits = hotQuery<TimelinePage, VisitRow>(
  visitRows
    .where('visits.customer_id', '=', customer)
    .where(below('visits'))
    .orderBy('visits.at', 'desc')
    .orderBy('visits.id', 'desc')
    .limit(limit),
);

export interface ContactRow {
  id: InteractionId;
  at: Instant;
  business_date: LocalDate;
  channel: InteractionsTable['channel'];
  direction: 'in' | 'out';
  outcome: string | null;
  note: string | null;
  next_attempt_at: Instant | null;
  staff_name: string | null;
}
const contacts = hotQuery<TimelinePage, ContactRow>(
  sqlite
    .selectFrom('interactions')
    .leftJoin('staff', 'staff.id', 'interactions.staff_id')
    .select([
      'interactions.id',
      'interactions.at',
      'interactions.business_date',
      'interactions.channel',
      'interactions.direction',
      'interactions.outcome',
      'interactions.note',
      'interactions.next_attempt_at',
      'staff.name as staff_name',
    ])
    .where('interactions.customer_id', '=', customer)
    .where('interactions.undone_at', 'is', null)
    .where(below('interactions'))
    .orderBy('interactions.at', 'desc')
    .orderBy('interactions.id', 'desc')
    .limit(limit),
);

const pointsByHand = hotQuery<TimelinePage, LedgerRow>(
  ledgerRows
    .where('points_entries.customer_id', '=', customer)
    .where('points_entries.visit_id', 'is', null)
    // What rewards moved is told on their own line.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reward_entries')
            .select('reward_entries.id')
            .whereRef('reward_entries.points_entry_id', '=', 'points_entries.id'),
        ),
      ),
    )
    .where(below('points_entries'))
    .orderBy('points_entries.at', 'desc')
    .orderBy('points_entries.id', 'desc')
    .limit(limit),
);

const storedByHand = hotQuery<TimelinePage, StoredValueRow>(
  storedValueRows
    .where('stored_value_entries.customer_id', '=', customer)
    .where('stored_value_entries.visit_id', 'is', null)
    .where(below('stored_value_entries'))
    .orderBy('stored_value_entries.at', 'desc')
    .orderBy('stored_value_entries.id', 'desc')
    .limit(limit),
);

/** What others moved in the purse at visits of theirs (X55); few, and on the ledger's own index. */
const storedByOthers = hotQuery<TimelinePage, StoredValueRow>(
  storedValueRows
    .where('stored_value_entries.customer_id', '=', customer)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('shared_spendings as shared')
          .innerJoin('visits', 'visits.id', 'shared.visit_id')
          .select('shared.visit_id')
          .whereRef('shared.visit_id', '=', 'stored_value_entries.visit_id')
          .whereRef('visits.customer_id', '!=', 'stored_value_entries.customer_id'),
      ),
    )
    .where(below('stored_value_entries'))
    .orderBy('stored_value_entries.at', 'desc')
    .orderBy('stored_value_entries.id', 'desc')
    .limit(limit),
);

export interface TimelineCardRow {
  readonly id: ValueCardId;
  readonly at: Instant;
  readonly business_date: LocalDate;
  readonly name: string;
  readonly face_cents: Cents;
  readonly paid_cents: Cents;
  readonly voided_at: Instant | null;
  readonly staff_name: string | null;
}
const cardsSold = hotQuery<TimelinePage, TimelineCardRow>(
  sqlite
    .selectFrom('value_cards')
    .select(['id', 'at', 'issued_on as business_date', 'name', 'face_cents', 'paid_cents', 'voided_at'])
    .select((of) =>
      of
        .selectFrom('value_card_entries')
        .innerJoin('staff', 'staff.id', 'value_card_entries.staff_id')
        .select('staff.name')
        .whereRef('value_card_entries.card_id', '=', 'value_cards.id')
        .where('value_card_entries.kind', '=', sql.lit('issue'))
        .limit(sql.lit(1))
        .as('staff_name'),
    )
    .where('customer_id', '=', customer)
    .where(below('value_cards'))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit),
);

const creditByHand = hotQuery<TimelinePage, CreditRow>(
  creditRows
    .where('credit_entries.customer_id', '=', customer)
    .where('credit_entries.visit_id', 'is', null)
    .where(below('credit_entries'))
    .orderBy('credit_entries.at', 'desc')
    .orderBy('credit_entries.id', 'desc')
    .limit(limit),
);

export interface ChangeRow {
  id: string;
  at: Instant;
  business_date: LocalDate;
  action: CustomerChangesTable['action'];
  /** JSON array of field names. */
  fields: string;
  /** Why somebody was made inactive. */
  reason: string | null;
  merge_id: MergeId | null;
  /** The other of the two of that merge; null once deleted for good. */
  merged_id: CustomerId | null;
  merged_name: string | null;
  is_survivor: 0 | 1;
  /** The photo or file that was added; null once it is deleted. */
  attachment_id: AttachmentId | null;
  attachment_name: string | null;
  has_thumbnail: 0 | 1;
  staff_name: string | null;
}
const changes = hotQuery<TimelinePage, ChangeRow>(
  sqlite
    .selectFrom('customer_changes')
    .leftJoin('staff', 'staff.id', 'customer_changes.staff_id')
    .leftJoin('merges', 'merges.id', 'customer_changes.merge_id')
    .leftJoin('customers as merged', (join) =>
      join.on(
        sql<boolean>`merged.id = CASE WHEN merges.survivor_id = customer_changes.customer_id THEN merges.other_id ELSE merges.survivor_id END`,
      ),
    )
    .leftJoin('attachments', (join) =>
      join
        .on(sql<boolean>`attachments.id = json_extract(customer_changes.before, '$.attachmentId')`)
        .on('attachments.removed_at', 'is', null),
    )
    .select([
      'attachments.id as attachment_id',
      'attachments.name as attachment_name',
      sql<0 | 1>`attachments.thumbnail_sha256 IS NOT NULL`.as('has_thumbnail'),
      'merges.id as merge_id',
      'merged.id as merged_id',
      'merged.name as merged_name',
      sql<0 | 1>`merges.survivor_id IS customer_changes.customer_id`.as('is_survivor'),
      sql<
        string | null
      >`CASE customer_changes.action WHEN 'made_inactive' THEN json_extract(customer_changes.before, '$.reason') END`.as(
        'reason',
      ),
      'customer_changes.id',
      'customer_changes.at',
      'customer_changes.business_date',
      'customer_changes.action',
      'customer_changes.fields',
      'staff.name as staff_name',
    ])
    .where('customer_changes.customer_id', '=', customer)
    .where(below('customer_changes'))
    .orderBy('customer_changes.at', 'desc')
    .orderBy('customer_changes.id', 'desc')
    .limit(limit),
);

export const listTimelineVisits = (database: StoreDatabase, page: TimelinePage): VisitRow[] => visits.rows(database, page);
export const listTimelineContacts = (database: StoreDatabase, page: TimelinePage): ContactRow[] => contacts.rows(database, page);
/** Entries of the ledger that belong to no visit. */
export const listTimelinePoints = (database: StoreDatabase, page: TimelinePage): LedgerRow[] => pointsByHand.rows(database, page);
export const listTimelineStoredValue = (database: StoreDatabase, page: TimelinePage): StoredValueRow[] =>
  [...storedByHand.rows(database, page), ...storedByOthers.rows(database, page)]
    .toSorted((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1))
    .slice(0, page.limit);
/** Cards with money on them that were sold to a customer. */
export const listTimelineCards = (database: StoreDatabase, page: TimelinePage): TimelineCardRow[] =>
  cardsSold.rows(database, page);
export const listTimelineCredit = (database: StoreDatabase, page: TimelinePage): CreditRow[] => creditByHand.rows(database, page);
export const listTimelineChanges = (database: StoreDatabase, page: TimelinePage): ChangeRow[] => changes.rows(database, page);

export interface TimelineLine {
  visit_id: VisitId;
  name: string;
  quantity: Quantity;
  amount_cents: Cents;
  thing_name: string | null;
}
const lines = hotQuery<{ visitIds: string }, TimelineLine>(
  sqlite
    .selectFrom('visit_lines')
    .leftJoin('things', 'things.id', 'visit_lines.thing_id')
    .select(['visit_id', 'visit_lines.name', 'quantity', 'amount_cents', 'things.name as thing_name'])
    .where('visit_id', 'in', sql<VisitId>`(SELECT value FROM json_each(${parameter<string>('visitIds')}))`)
    .orderBy('visit_id')
    .orderBy('position'),
);

/** The lines of these visits, in their order within each visit. */
export const listLinesOfVisits = (database: StoreDatabase, visitIds: readonly VisitId[]): TimelineLine[] =>
  visitIds.length === 0 ? [] : lines.rows(database, { visitIds: JSON.stringify(visitIds) });

/** The SQL of the reads above, so that their plans can be asserted. */
export const timelineQueries = {
  visits: visits.sql,
  contacts: contacts.sql,
  points: pointsByHand.sql,
  storedValue: storedByHand.sql,
  storedByOthers: storedByOthers.sql,
  credit: creditByHand.sql,
  valueCard: cardsSold.sql,
  changes: changes.sql,
  lines: lines.sql,
};
