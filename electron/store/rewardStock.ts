import type { MovementKind } from '../../shared/domain/rewards/stock.ts';
import type { GiftId, RedemptionEntryId, RedemptionId, RewardId, RewardMovementId, StaffId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Pieces of rewards: movements are added, never changed (a trigger refuses it). The stock is their sum.

export interface NewMovement {
  readonly id: RewardMovementId;
  readonly rewardId: RewardId;
  readonly at: Instant;
  readonly businessDate: LocalDate;
  readonly kind: MovementKind;
  readonly quantity: number;
  readonly note: string | null;
  readonly entryId: RedemptionEntryId | null;
  readonly giftId: GiftId | null;
  readonly reversesId: RewardMovementId | null;
  readonly staffId: StaffId | null;
}

export const insertMovement = (database: StoreDatabase, movement: NewMovement): void => {
  execute(
    database,
    sqlite.insertInto('reward_movements').values({
      id: movement.id,
      reward_id: movement.rewardId,
      at: movement.at,
      business_date: movement.businessDate,
      kind: movement.kind,
      quantity: movement.quantity,
      note: movement.note,
      entry_id: movement.entryId,
      gift_id: movement.giftId,
      reverses_id: movement.reversesId,
      staff_id: movement.staffId,
    }),
  );
};

const movements = sqlite
  .selectFrom('reward_movements')
  .leftJoin('staff', 'staff.id', 'reward_movements.staff_id')
  .select(['reward_movements.id', 'reward_movements.reward_id', 'reward_movements.at', 'reward_movements.business_date'])
  .select(['reward_movements.kind', 'reward_movements.quantity', 'reward_movements.note', 'staff.name as staff_name'])
  .select(({ selectFrom, exists }) =>
    exists(selectFrom('reward_movements as later').select('later.id').whereRef('later.reverses_id', '=', 'reward_movements.id'))
      .$castTo<0 | 1>()
      .as('is_reversed'),
  );
export type MovementRow = Awaited<ReturnType<typeof movements.executeTakeFirstOrThrow>>;

const byId = hotQuery<{ id: RewardMovementId }, MovementRow>(
  movements.where('reward_movements.id', '=', parameter<RewardMovementId>('id')),
);
export const findMovement = (database: StoreDatabase, id: RewardMovementId): MovementRow | undefined =>
  byId.first(database, { id });

interface MovementPage {
  rewardId: RewardId;
  offset: number;
  limit: number;
}
const page = hotQuery<MovementPage, MovementRow>(
  movements
    .where('reward_movements.reward_id', '=', parameter<RewardId>('rewardId'))
    .orderBy('reward_movements.at', 'desc')
    .orderBy('reward_movements.id', 'desc')
    .limit(parameter<number>('limit'))
    .offset(parameter<number>('offset')),
);
const sums = hotQuery<{ rewardId: RewardId }, { total: number; stock: number | null }>(
  sqlite
    .selectFrom('reward_movements')
    .select(({ fn }) => [fn.countAll<number>().as('total'), fn.sum<number | null>('quantity').as('stock')])
    .where('reward_id', '=', parameter<RewardId>('rewardId')),
);
const sumOfNewest = hotQuery<{ rewardId: RewardId; count: number }, { pieces: number | null }>(
  sqlite
    .selectFrom((inner) =>
      inner
        .selectFrom('reward_movements')
        .select('quantity')
        .where('reward_id', '=', parameter<RewardId>('rewardId'))
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(parameter<number>('count'))
        .as('newest'),
    )
    .select(({ fn }) => fn.sum<number | null>('quantity').as('pieces')),
);

/** A page of a reward's movements, the newest first, each with the stock after it. */
export const listMovements = (
  database: StoreDatabase,
  { rewardId, offset, limit }: MovementPage,
): { total: number; rows: (MovementRow & { stockAfter: number })[] } => {
  const { total = 0, stock = 0 } = sums.first(database, { rewardId }) ?? {};
  let running = (stock ?? 0) - (sumOfNewest.first(database, { rewardId, count: offset })?.pieces ?? 0);
  const rows = page.rows(database, { rewardId, offset, limit }).map((row) => {
    const stockAfter = running;
    running -= row.quantity;
    return { ...row, stockAfter };
  });
  return { total, rows };
};

const ofRedemption = hotQuery<{ redemptionId: RedemptionId }, { pieces: number | null }>(
  sqlite
    .selectFrom('reward_movements')
    .innerJoin('reward_entries', 'reward_entries.id', 'reward_movements.entry_id')
    .select(({ fn }) => fn.sum<number | null>('reward_movements.quantity').as('pieces'))
    .where('reward_entries.redemption_id', '=', parameter<RedemptionId>('redemptionId')),
);

/** Pieces that a redemption has taken off the shelf and not brought back. */
export const findPiecesOut = (database: StoreDatabase, redemptionId: RedemptionId): number =>
  0 - (ofRedemption.first(database, { redemptionId })?.pieces ?? 0);

const ofEntry = hotQuery<{ entryId: RedemptionEntryId }, { pieces: number | null }>(
  sqlite
    .selectFrom('reward_movements')
    .select(({ fn }) => fn.sum<number | null>('quantity').as('pieces'))
    .where('entry_id', '=', parameter<RedemptionEntryId>('entryId')),
);

/** Pieces that one step of a redemption moved: back to the shelf above nothing. */
export const findPiecesMoved = (database: StoreDatabase, entryId: RedemptionEntryId): number =>
  ofEntry.first(database, { entryId })?.pieces ?? 0;

const ofGift = hotQuery<{ giftId: GiftId; rewardId: RewardId }, { pieces: number | null }>(
  sqlite
    .selectFrom('reward_movements')
    .select(({ fn }) => fn.sum<number | null>('quantity').as('pieces'))
    .where('gift_id', '=', parameter<GiftId>('giftId'))
    .where('reward_id', '=', parameter<RewardId>('rewardId')),
);

/** Pieces of a thing that a gift has taken off the shelf and not brought back. */
export const findGiftPieces = (database: StoreDatabase, giftId: GiftId, rewardId: RewardId): number =>
  0 - (ofGift.first(database, { giftId, rewardId })?.pieces ?? 0);

/** The SQL of the reads above, so that their plans can be asserted. */
export const rewardStockQueries = {
  movementPage: page.sql,
  movementSums: sums.sql,
  piecesOut: ofRedemption.sql,
  piecesMoved: ofEntry.sql,
};
