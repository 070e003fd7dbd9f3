import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { worthOfPoints } from '../../../shared/domain/loyalty/paying.ts';
import { mayRedeem, reversalOf } from '../../../shared/domain/loyalty/points.ts';
import { negated, purse } from '../../../shared/domain/storedValue/purse.ts';
import { AppError } from '../../../shared/errors.ts';
import { points } from '../../../shared/types/amounts.ts';
import type { PointsEntryId, StoredValueEntryId } from '../../../shared/types/ids.ts';
import { findLedger, findPointsEntry } from '../../store/loyalty.ts';
import { findConversionOfPoints, findConversionOfStored, insertConversion } from '../../store/pointsConversions.ts';
import { findStoredValueEntry, findStoredValueLedger } from '../../store/storedValue.ts';
import type { StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requirePresentCustomer } from '../references.ts';
import { refuseField } from '../refuseField.ts';
import { appendStoredValue } from '../storedValue/ledger.ts';
import { appendToLedger } from './ledger.ts';

// Points that become stored value (X62), as a gift, at the rate the shop sets; either entry takes both back.

const reasons = { 'zh-CN': '积分转储值', en: 'Points to stored value' } as const;

/** Throws conflict (conversion_off); not_enough_points; bad_input (too_few_points) for what is worth nothing. */
export const toStoredValue = (
  context: StoreContext,
  { customerId, points: wanted }: HandlerInput<'loyalty.toStoredValue'>,
): OutputOf<'loyalty.toStoredValue'> => {
  requirePresentCustomer(context, customerId);
  const { pointsPerStoredUnit, language } = context.settings();
  if (pointsPerStoredUnit === 0) throw new AppError('conflict', { reason: 'conversion_off' });
  const { balance } = findLedger(context.database, customerId);
  if (!mayRedeem(balance, wanted)) throw new AppError('not_enough_points', { balance, wanted });
  const giftCents = worthOfPoints(wanted, { pointsPerMoneyUnit: pointsPerStoredUnit });
  if (giftCents === 0) refuseField('points', 'too_few_points');
  const reason = reasons[language];
  const entryId = appendToLedger(context, { customerId, kind: 'redeem', points: points(0 - wanted), reason });
  const storedEntryId = appendStoredValue(context, { ...purse(0, giftCents), customerId, kind: 'adjust', reason });
  insertConversion(context.database, { pointsEntryId: entryId, storedEntryId });
  context.audited({ points: points(0 - wanted), giftCents });
  const { pointsBalance } = factRecorded(context, customerId, ['points', 'storedValue']);
  return { entryId, giftCents, pointsBalance, balance: findStoredValueLedger(context.database, customerId).balance };
};

/** With points that are taken back, the stored value they became. Throws conflict (stored_value_spent) where it is gone. */
export const takeConvertedValueBack = (context: StoreContext, pointsEntryId: PointsEntryId, reason: string): void => {
  const conversion = findConversionOfPoints(context.database, pointsEntryId);
  const row = conversion && findStoredValueEntry(context.database, conversion.storedEntryId);
  if (row === undefined || row.is_reversed === 1) return;
  const { id: reversesId, customer_id: customerId, principal_cents: principal, gift_cents: gift } = row;
  appendStoredValue(context, { ...negated(purse(principal, gift)), customerId, kind: 'reverse', reason, reversesId });
  context.changed(['storedValue'], [customerId]);
};

/** With stored value that is taken back, the points it was made of. */
export const giveConvertedPointsBack = (context: StoreContext, storedEntryId: StoredValueEntryId, reason: string): void => {
  const conversion = findConversionOfStored(context.database, storedEntryId);
  const entry = conversion && findPointsEntry(context.database, conversion.pointsEntryId);
  if (entry === undefined || entry.is_reversed === 1) return;
  const { id: reversesId, customer_id: customerId } = entry;
  appendToLedger(context, { customerId, kind: 'reverse', points: reversalOf(entry.points), reason, reversesId });
  context.changed(['points'], [customerId]);
};
