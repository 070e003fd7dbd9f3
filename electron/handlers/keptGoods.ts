import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { keptLeft, mayTakeKeptBack, standingKept } from '../../shared/domain/keptGoods/ledger.ts';
import { AppError } from '../../shared/errors.ts';
import { quantity } from '../../shared/types/amounts.ts';
import { keptEntryId, keptGoodId } from '../../shared/types/ids.ts';
import type { KeptGoodId } from '../../shared/types/ids.ts';
import { instant } from '../../shared/types/time.ts';
import {
  appendKeptEntry,
  changeKeptGood,
  findKeptEntry,
  findKeptGood,
  insertKeptGood,
  listKeptInShop,
  listKeptMovements,
  listKeptOf,
} from '../store/keptGoods.ts';
import type { KeptEntryRow, KeptFields, KeptGoodRow, NewKeptEntry } from '../store/keptGoods.ts';
import type { BaseContext, HandlersOf, StoreContext } from './context.ts';
import { factRecorded } from './facts.ts';
import { valuesMoved } from './valuesMoved.ts';
import { requireKnownCustomer, requirePresentCustomer } from './references.ts';
import { refuseField } from './refuseField.ts';

const MOST_TOLD = 100;

const told = (context: BaseContext, row: KeptGoodRow) => ({
  id: row.id,
  name: row.name,
  isBought: row.isBought === 1,
  place: row.place,
  expiresOn: row.expiresOn,
  isExpired: row.expiresOn !== null && row.expiresOn < context.today(),
  note: row.note,
  keptOn: row.keptOn,
  leftQuantity: row.leftQuantity,
});

export const movementsOf = ({ database }: BaseContext, keptId: KeptGoodId) =>
  listKeptMovements(database, keptId).map((row) => ({
    id: row.id,
    at: row.at,
    businessDate: row.business_date,
    kind: row.kind,
    quantity: row.quantity,
    reason: row.reason,
    reversesId: row.reverses_id,
    isReversed: row.is_reversed === 1,
    staffName: row.staff_name,
  }));

/** Whether whoever asks may take a movement that stands back: not what has been handed out since. */
export const canTakeKeptBack = (context: BaseContext, row: KeptEntryRow): boolean => {
  const entry = { id: row.id, kind: row.kind, quantity: row.quantity, reversesId: row.reverses_id };
  return context.actor.permissions.includes('visits.write') && mayTakeKeptBack(movementsOf(context, row.kept_id), entry);
};

export const requireKept = (context: StoreContext, keptId: KeptGoodId): KeptGoodRow => {
  const good = findKeptGood(context.database, keptId);
  if (!good) throw new AppError('not_found', { what: 'kept_good' });
  requirePresentCustomer(context, good.customerId);
  return good;
};

/** Adds a movement by whoever is at the desk; with a clock that went back, right after the last one. */
const moved = (
  context: StoreContext,
  good: Pick<KeptGoodRow, 'id' | 'customerId' | 'name'>,
  wanted: Pick<NewKeptEntry, 'kind' | 'quantity' | 'reason' | 'reversesId'>,
): OutputOf<'keptGoods.take'> => {
  const last = movementsOf(context, good.id).at(-1)?.at;
  const now = context.now();
  const id = keptEntryId(context.newId());
  appendKeptEntry(context.database, {
    ...wanted,
    id,
    keptId: good.id,
    customerId: good.customerId,
    at: last !== undefined && last >= now ? instant(last + 1) : now,
    businessDate: context.today(),
    staffId: context.actor.staffId,
  });
  context.audited({ quantity: wanted.quantity }, { customerIds: [good.customerId] });
  factRecorded(context, good.customerId, ['keptGoods']);
  return { keptId: good.id, entryId: id, leftQuantity: keptLeft(movementsOf(context, good.id)) };
};

const orNull = (text: string): string | null => (text === '' ? null : text);
const fieldsOf = (said: Omit<HandlerInput<'keptGoods.change'>, 'keptId'>): KeptFields => ({
  name: said.name,
  isBought: said.isBought ? 1 : 0,
  place: orNull(said.place),
  expiresOn: said.expiresOn,
  note: orNull(said.note),
});

export const keptGoodsHandlers: HandlersOf<'keptGoods'> = {
  'keptGoods.ofCustomer': (context, { customerId }) => {
    requireKnownCustomer(context, customerId);
    return {
      goods: listKeptOf(context.database, customerId, MOST_TOLD)
        .map((row) => ({ ...told(context, row), movements: movementsOf(context, row.id) }))
        .filter(({ movements }) => standingKept(movements).length > 0)
        .map((good) => ({ ...good, movements: good.movements.map(({ reversesId: _reversesId, ...one }) => one) })),
    };
  },

  'keptGoods.keep': (context, { customerId, quantity: many, ...said }) => {
    requirePresentCustomer(context, customerId);
    const id = keptGoodId(context.newId());
    const good = { id, customerId, ...fieldsOf(said), keptOn: context.today(), leftQuantity: quantity(0) };
    insertKeptGood(context.database, good, context.now());
    return moved(context, good, { kind: 'keep', quantity: many, reason: null, reversesId: null });
  },

  'keptGoods.take': (context, { keptId, quantity: many, reason }) => {
    const good = requireKept(context, keptId);
    if (many > good.leftQuantity) refuseField('quantity', 'more_than_kept');
    return moved(context, good, { kind: 'take', quantity: quantity(0 - many), reason: orNull(reason), reversesId: null });
  },

  'keptGoods.reverse': (context, { entryId, reason }) => {
    const row = findKeptEntry(context.database, entryId);
    if (!row) throw new AppError('not_found', { what: 'kept_entry' });
    if (row.kind === 'reverse') throw new AppError('conflict', { reason: 'kept_is_reversal' });
    if (row.is_reversed === 1) throw new AppError('already_undone', {});
    const good = requireKept(context, row.kept_id);
    const entry = { id: row.id, kind: row.kind, quantity: row.quantity, reversesId: null };
    if (!mayTakeKeptBack(movementsOf(context, good.id), entry)) throw new AppError('conflict', { reason: 'kept_taken' });
    return moved(context, good, { kind: 'reverse', quantity: quantity(0 - row.quantity), reason, reversesId: row.id });
  },

  'keptGoods.change': (context, { keptId, ...said }) => {
    const good = requireKept(context, keptId);
    changeKeptGood(context.database, keptId, fieldsOf(said), context.now());
    context.audited({}, { customerIds: [good.customerId] });
    valuesMoved(context, 'keptGoods', [good.customerId]);
    return {};
  },

  'keptGoods.inShop': (context, page) => {
    const { total, rows } = listKeptInShop(context.database, page);
    return {
      total,
      rows: rows.map((row) => ({
        ...told(context, row),
        customerId: row.customerId,
        customerName: row.customerName,
        customerNumber: row.customerNumber,
        isRemoved: row.removedAt !== null,
      })),
    };
  },
};
