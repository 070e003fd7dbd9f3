import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { joinedText } from '../../../shared/domain/merges.ts';
import type { Take } from '../../../shared/domain/merges.ts';
import { AppError } from '../../../shared/errors.ts';
import { mergeId as toMergeId } from '../../../shared/types/ids.ts';
import { listContactMethods } from '../../store/contactMethods.ts';
import { updateCustomer } from '../../store/customers.ts';
import type { CustomerRecord } from '../../store/customers.ts';
import { markPairMerged } from '../../store/duplicates.ts';
import { replaceBirthday } from '../../store/importantDates.ts';
import { writeInactive } from '../../store/inactive.ts';
import { moveRows, recordEdits } from '../../store/mergeMoves.ts';
import type { Merge } from '../../store/mergeMoves.ts';
import { endMoving, insertMerge, makePrimary, markMergedAway, setCardNo, touchCustomers } from '../../store/merges.ts';
import type { StoreContext } from '../context.ts';
import { formFields } from '../customers/card.ts';
import { convertOnMerge } from '../customers/conversion.ts';
import type { Fields } from '../customers/fields.ts';
import { requireSensitive } from '../customers/sensitive.ts';
import { noteChange } from '../changeNotes.ts';
import { breakReferralLoop } from '../referrals/merging.ts';
import { factsMoved } from '../facts.ts';
import { contactFields, pairDifferences, requirePair } from './sides.ts';
import type { FieldName } from './sides.ts';

type Input = HandlerInput<'merges.merge'>;

const phoneTypes = ['mobile', 'landline'];
const typesOf = { phone: phoneTypes, wechat: ['wechat'], email: ['email'] } as const;

const requireRevision = (row: CustomerRecord, revision: number | null): void => {
  if (revision !== null && revision !== row.revision)
    throw new AppError('conflict', { reason: 'changed_meanwhile', revision: row.revision });
};

/** Whose value each differing field gets: the person's word, else the rule's. A choice that cannot be met is refused. */
const decide = (context: StoreContext, pair: ReturnType<typeof requirePair>, input: Input): ReadonlyMap<FieldName, Take> => {
  const chosen = new Map(input.choices.map(({ field, take }) => [field, take]));
  return new Map(
    pairDifferences(context, pair).map(({ field, take, mayJoin, isOneSided }) => {
      // What only one card says is never lost.
      const wanted = isOneSided ? take : (chosen.get(field) ?? take);
      if (wanted === 'both' && !mayJoin)
        throw new AppError('bad_input', { issues: [{ path: `choices.${field}`, message: 'cannot_join' }] });
      return [field, wanted];
    }),
  );
};

/** The values of the survivor's form that change, with what they were. */
const valuesOf = (
  one: Fields,
  two: Fields,
  decided: ReadonlyMap<FieldName, Take>,
): { readonly changes: Partial<Fields>; readonly before: Partial<Fields> } => {
  const changes: Partial<Fields> = {};
  const before: Partial<Fields> = {};
  for (const [field, take] of decided) {
    const value = take === 'both' ? joinedText(field, one[field], two[field]) : take === 'other' ? two[field] : one[field];
    if (JSON.stringify(value) === JSON.stringify(one[field])) continue;
    Reflect.set(changes, field, value);
    Reflect.set(before, field, one[field]);
  }
  return { changes, before };
};

/** The survivor's first phone, WeChat and e-mail are the chosen ones; the others stand behind them. */
const choosePrimaries = (
  context: StoreContext,
  merge: Merge,
  chosen: ReadonlyMap<(typeof contactFields)[number], string | null>,
): void => {
  const methods = listContactMethods(context.database, merge.survivorId);
  for (const [field, value] of chosen) {
    const types: readonly string[] = typesOf[field];
    const found = methods.find((method) => types.includes(method.type) && method.value === value);
    if (found && methods.filter((method) => types.includes(method.type)).length > 1)
      makePrimary(context.database, { customerId: merge.survivorId, types, contactMethodId: found.id });
  }
};

/** Both cards of a person stay findable: the one not chosen stays with the card merged away, which leads here. */
const swapCards = (context: StoreContext, merge: Merge, survivor: CustomerRecord, other: CustomerRecord): void => {
  const { database } = context;
  const steps: (() => void)[] = [
    () => {
      setCardNo(database, other.id, null);
    },
    () => {
      setCardNo(database, survivor.id, other.card_no);
    },
    () => {
      setCardNo(database, other.id, survivor.card_no);
    },
  ];
  for (const step of steps) recordEdits(database, merge, step);
};

const writeFields = (
  context: StoreContext,
  merge: Merge,
  pair: ReturnType<typeof requirePair>,
  decided: ReadonlyMap<FieldName, Take>,
  sides: { readonly survivor: Fields; readonly other: Fields },
): Partial<Fields> => {
  const { database } = context;
  const { changes, before } = valuesOf(sides.survivor, sides.other, decided);
  const { birthday, phone: _phone, wechat: _wechat, email: _email, cardNo, ...columns } = changes;
  const isReferredByOther = pair.survivor.referrer_id === pair.other.id;
  recordEdits(database, merge, () => {
    updateCustomer(
      database,
      merge.survivorId,
      { ...columns, ...(isReferredByOther && columns.referrerId === undefined && { referrerId: null }) },
      context.now(),
    );
    if (birthday !== undefined && sides.survivor.birthday !== null)
      replaceBirthday(database, { customerId: merge.survivorId, birthday, newId: () => context.newId() });
    choosePrimaries(
      context,
      merge,
      new Map(contactFields.map((field) => [field, (decided.get(field) === 'other' ? sides.other : sides.survivor)[field]])),
    );
  });
  breakReferralLoop(context, merge, merge.survivorId);
  if (cardNo !== undefined) swapCards(context, merge, pair.survivor, pair.other);
  return before;
};

/**
 * Merges the other card into the survivor, in one transaction: rows go over by `mergePolicy`, each field gets the chosen value, the
 * other card is removed and leads to the survivor, and everything changed is written down so that it can be undone (R184). Errors:
 * not_found, not_permitted (a choice of what the session may not see), conflict (merge_self, customer_removed, customer_merged, changed_meanwhile), bad_input (cannot_join).
 */
export const merge = (context: StoreContext, input: Input): OutputOf<'merges.merge'> => {
  const { database } = context;
  const pair = requirePair(context, input);
  requireRevision(pair.survivor, input.survivorRevision);
  requireRevision(pair.other, input.otherRevision);
  requireSensitive(context, Object.fromEntries(input.choices.map(({ field, take }) => [field, take])));
  const decided = decide(context, pair, input);
  const sides = { survivor: formFields(context, pair.survivor), other: formFields(context, pair.other) };
  const mergeId = toMergeId(context.newId());
  const { survivorId, otherId } = input;
  const at = context.now();
  const whole: Merge = { mergeId, survivorId, otherId };
  insertMerge(database, {
    id: mergeId,
    at,
    businessDate: context.today(),
    survivorId,
    otherId,
    choices: Object.fromEntries(decided),
    staffId: context.actor.staffId,
  });
  moveRows(database, whole);
  const before = writeFields(context, whole, pair, decided, sides);
  recordEdits(database, whole, () => {
    // Whoever is active under one of the two cards is active.
    if (pair.other.is_inactive === 0 && pair.survivor.is_inactive === 1) writeInactive(database, survivorId, null, at);
    if (convertOnMerge(context, survivorId)) Object.assign(before, { status: before.status ?? 'prospect' });
    markMergedAway(database, { survivorId, otherId, at });
  });
  touchCustomers(database, [survivorId, otherId], at);
  endMoving(database, mergeId);
  markPairMerged(database, whole, at);
  noteSides(context, whole, 'merged', Object.keys(before), before);
  factsMoved(context, otherId, ['merges', 'visits', 'points', 'storedValue', 'valueCards', 'credit']);
  const { pointsBalance } = factsMoved(context, survivorId, [
    'merges',
    'visits',
    'points',
    'storedValue',
    'valueCards',
    'credit',
  ]);
  return { mergeId, pointsBalance };
};

/** A merge or its undo stands on the timeline of both cards, with the fields of the survivor that changed by it. */
export const noteSides = (
  context: StoreContext,
  { mergeId, survivorId, otherId }: Merge,
  action: 'merged' | 'merge_undone',
  fields: readonly string[],
  before: object,
): void => {
  noteChange(context, survivorId, action, fields, before, mergeId);
  noteChange(context, otherId, action, [], {}, mergeId);
};
