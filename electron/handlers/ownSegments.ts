import { setImmediate } from 'node:timers/promises';
import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import type { SegmentTree } from '../../shared/contract/ownSegments.ts';
import {
  MOST_NESTED,
  MOST_OWN_SEGMENTS,
  circleOf,
  conditionsOf,
  nestingOf,
  segmentsNamed,
} from '../../shared/domain/segments/conditions.ts';
import { AppError } from '../../shared/errors.ts';
import { cents } from '../../shared/types/amounts.ts';
import { ownSegmentId as toSegmentId } from '../../shared/types/ids.ts';
import type { OwnSegmentId } from '../../shared/types/ids.ts';
import { filterBasis, requireSeenConditions, unseenGroup } from '../store/customerFilter.ts';
import {
  countStaticMembers,
  findOwnSegment,
  keepMembers,
  listOwnSegments,
  markOwnSegment,
  namedBy,
  putOwnSegment,
} from '../store/ownSegments.ts';
import type { StoredSegment } from '../store/ownSegments.ts';
import { countSegment, customConditionsIn, explainSegment, listSegment, segmentIds } from '../store/segmentPeople.ts';
import type { SegmentSource } from '../store/segmentPeople.ts';
import type { BaseContext, HandlersOf, StoreContext, StudiesOf } from './context.ts';
import { refuseField } from './refuseField.ts';
import { requireProducts, requirePresentCustomer } from './references.ts';

const requireSegment = ({ database }: Pick<BaseContext, 'database'>, segmentId: OwnSegmentId): StoredSegment => {
  const found = findOwnSegment(database, segmentId);
  if (found === null || found.isRemoved) throw new AppError('not_found', { what: 'own_segment' });
  return found;
};

/** Refuses a source that is not there, or that asks by fields whoever asks does not see (X40). */
const requireReadable = (
  context: Parameters<typeof filterBasis>[0] & Pick<BaseContext, 'database'>,
  source: SegmentSource,
): void => {
  if ('segmentId' in source) requireSegment(context, source.segmentId);
  requireSeenConditions(context.database, customConditionsIn(context.database, source), filterBasis(context));
};

/** Refuses bounds out of order, products nobody knows, and a segment that names itself, however far around. */
const check = (context: StoreContext, id: OwnSegmentId | null, tree: SegmentTree): void => {
  for (const { path, condition } of conditionsOf(tree)) {
    if (condition.test === 'figure') {
      const { min, max } = condition;
      if (min === null && max === null) refuseField(`tree.${path}`, 'bound_missing');
      if (min !== null && max !== null && min > max) refuseField(`tree.${path}`, 'range_reversed');
    }
    if (condition.test === 'bought') {
      requireProducts(context, [condition.productId]);
      if (condition.productId !== null && condition.category !== null) refuseField(`tree.${path}`, 'product_or_category');
    }
  }
  const { database } = context;
  const named = segmentsNamed(tree);
  for (const each of named) requireSegment(context, each);
  const others = (other: OwnSegmentId): readonly OwnSegmentId[] => namedBy(database, other);
  const circle = id === null ? null : circleOf(id, named, others);
  if (circle !== null) {
    const through = (circle.length === 0 ? named : circle).map((each) => findOwnSegment(database, each)?.name ?? '');
    throw new AppError('conflict', { reason: 'segment_names_itself', name: through.join(' → ') });
  }
  if (nestingOf(named, others) > MOST_NESTED) throw new AppError('conflict', { reason: 'segments_too_deep', most: MOST_NESTED });
};

const requireFreeName = ({ database }: StoreContext, name: string, id: OwnSegmentId | null): void => {
  const others = listOwnSegments(database).filter((other) => other.id !== id);
  if (others.some((other) => other.name === name)) throw new AppError('conflict', { reason: 'own_segment_taken' });
  if (id === null && others.length >= MOST_OWN_SEGMENTS)
    throw new AppError('conflict', { reason: 'own_segments_full', most: MOST_OWN_SEGMENTS });
};

const changed = (context: StoreContext): void => {
  context.changed(['segments'], null);
};

const save = (context: StoreContext, input: HandlerInput<'ownSegments.save'>): OutputOf<'ownSegments.save'> => {
  const { segmentId, name, note, tree } = input;
  const before = segmentId === null ? null : requireSegment(context, segmentId);
  requireFreeName(context, name, segmentId);
  if (before?.kind === 'static' && JSON.stringify(before.tree) !== JSON.stringify(tree))
    throw new AppError('conflict', { reason: 'segment_is_static' });
  check(context, segmentId, tree);
  const id = before?.id ?? toSegmentId(context.newId());
  const { kind, frozenOn } = before ?? { kind: 'live' as const, frozenOn: null };
  putOwnSegment(context.database, { id, name, note, tree, kind, frozenOn }, context.today(), context.now());
  changed(context);
  return { segmentId: id, before: before && { name: before.name, note: before.note, tree: before.tree } };
};

/** The shop's own segments (R031, R037). */
export const ownSegmentsHandlers: HandlersOf<'ownSegments'> = {
  'ownSegments.list': ({ database }, { includeArchived }) => ({
    segments: listOwnSegments(database)
      .filter(({ isArchived }) => includeArchived || !isArchived)
      .map(({ isRemoved: _isRemoved, ...segment }) => segment),
  }),
  'ownSegments.explain': (context, { customerId, source }) => {
    requirePresentCustomer(context, customerId);
    requireReadable(context, source);
    const basis = filterBasis(context);
    const stored = 'tree' in source ? null : requireSegment(context, source.segmentId);
    const tree = 'tree' in source ? source.tree : requireSegment(context, source.segmentId).tree;
    const explained = explainSegment(context.database, customerId, tree, basis);
    // Who is in a static one was settled on its day, whatever holds of them now.
    const isIn = stored?.kind === 'static' ? segmentIds(context.database, source, basis).includes(customerId) : explained.isIn;
    return { ...explained, isIn, tree };
  },
  'ownSegments.save': save,
  'ownSegments.freeze': (context, { segmentId, name }) => {
    const { tree, note } = requireSegment(context, segmentId);
    requireFreeName(context, name, null);
    requireReadable(context, { segmentId });
    const ids = segmentIds(context.database, { segmentId }, filterBasis(context));
    const id = toSegmentId(context.newId());
    const on = context.today();
    putOwnSegment(context.database, { id, name, note, tree, kind: 'static', frozenOn: on }, on, context.now());
    keepMembers(context.database, id, ids);
    changed(context);
    return { segmentId: id, people: ids.length };
  },
  'ownSegments.archive': (context, { segmentId, isArchived }) => {
    requireSegment(context, segmentId);
    markOwnSegment(context.database, segmentId, { archived_at: isArchived ? context.now() : null });
    changed(context);
    return {};
  },
  'ownSegments.remove': (context, { segmentId }) => {
    requireSegment(context, segmentId);
    const user = listOwnSegments(context.database).find(({ id }) => namedBy(context.database, id).includes(segmentId));
    if (user) throw new AppError('conflict', { reason: 'own_segment_in_use', name: user.name });
    markOwnSegment(context.database, segmentId, { removed_at: context.now() });
    changed(context);
    return {};
  },
  'ownSegments.restore': (context, { segmentId }) => {
    const found = findOwnSegment(context.database, segmentId);
    if (found === null) throw new AppError('not_found', { what: 'own_segment' });
    if (!found.isRemoved) throw new AppError('already_undone', {});
    requireFreeName(context, found.name, segmentId);
    // What it names may have been removed since.
    check(context, segmentId, found.tree);
    markOwnSegment(context.database, segmentId, { removed_at: null });
    changed(context);
    return {};
  },
};

/** Long work of the area: in a large shop everyone is looked at. */
export const ownSegmentStudies: StudiesOf<'ownSegments'> = {
  'ownSegments.counts': async (context) => {
    const basis = filterBasis(context);
    // Of a segment by private fields whoever does not see them is not even told how many.
    const isTold = (segmentId: OwnSegmentId): boolean =>
      unseenGroup(context.database, customConditionsIn(context.database, { segmentId }), basis) === null;
    const segments = listOwnSegments(context.database).filter(({ id, isArchived }) => !isArchived && isTold(id));
    const counts: OutputOf<'ownSegments.counts'>['counts'] = [];
    for (const { id, kind } of segments) {
      context.throwIfCancelled();
      context.progress('counting', counts.length, segments.length);
      const count =
        kind === 'static' ? countStaticMembers(context.database, id) : countSegment(context.database, { segmentId: id }, basis);
      counts.push({ segmentId: id, count });
      await setImmediate();
    }
    return { counts };
  },
  'ownSegments.people': async (context, { source, offset, limit }) => {
    requireReadable(context, source);
    const basis = filterBasis(context);
    context.throwIfCancelled();
    const total = countSegment(context.database, source, basis);
    await setImmediate();
    context.throwIfCancelled();
    const rows = listSegment(context.database, source, basis, { offset, limit });
    return {
      total,
      rows: rows.map((row) => ({
        id: row.id,
        number: row.number,
        name: row.name,
        isVip: row.is_vip === 1,
        lastPurchaseOn: row.last_purchase_on,
        purchaseDays: row.window_purchase_days,
        yearSpendCents: cents(row.year_spend_cents),
        rhythmDays: row.rhythm_days,
      })),
    };
  },
};
