import type { CallbackId, CustomerId, InteractionId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag, InteractionsTable } from './schema.ts';

/** One contact: a call, a message, a talk (R042). `outcome` and `nextAttemptAt` belong to the callback list. */
export interface NewInteraction {
  id: InteractionId;
  customerId: CustomerId;
  at: Instant;
  businessDate: LocalDate;
  channel: InteractionsTable['channel'];
  direction: 'in' | 'out';
  isPromotional: Flag;
  outcome: string | null;
  note: string | null;
  nextAttemptAt: Instant | null;
  staffId: StaffId | null;
}

const insertOne = hotQuery<NewInteraction>(
  sqlite.insertInto('interactions').values({
    id: parameter('id'),
    customer_id: parameter('customerId'),
    at: parameter('at'),
    business_date: parameter('businessDate'),
    channel: parameter('channel'),
    direction: parameter('direction'),
    is_promotional: parameter('isPromotional'),
    outcome: parameter('outcome'),
    note: parameter('note'),
    next_attempt_at: parameter('nextAttemptAt'),
    staff_id: parameter('staffId'),
  }),
);

export const insertInteraction = (database: StoreDatabase, interaction: NewInteraction): void => {
  insertOne.run(database, interaction);
};

interface FoundInteraction {
  readonly customer_id: CustomerId;
  readonly undone_at: Instant | null;
  readonly callback_id: CallbackId | null;
}
const interactionById = hotQuery<{ id: InteractionId }, FoundInteraction>(
  sqlite
    .selectFrom('interactions')
    .leftJoin('callbacks', 'callbacks.interaction_id', 'interactions.id')
    .select(['interactions.customer_id', 'interactions.undone_at', 'callbacks.id as callback_id'])
    .where('interactions.id', '=', parameter<InteractionId>('id')),
);

/** Whose contact it is, whether it was taken back, and the callback it belongs to, if any. */
export const findInteraction = (database: StoreDatabase, id: InteractionId): FoundInteraction | undefined =>
  interactionById.first(database, { id });

export const markInteractionUndone = (database: StoreDatabase, id: InteractionId, at: Instant): void => {
  execute(database, sqlite.updateTable('interactions').set({ undone_at: at }).where('id', '=', id));
};
