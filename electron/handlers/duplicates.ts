import { z } from 'zod';
import { evidenceSchema } from '../../shared/contract/evidence.ts';
import { AppError } from '../../shared/errors.ts';
import { listCustomerRows } from '../store/customerRows.ts';
import {
  dismissPair,
  findLastScan,
  finishScan,
  keepPairs,
  listOpenPairs,
  orderedPair,
  undoDismissal,
} from '../store/duplicates.ts';
import type { HandlersOf, StoreContext, StudiesOf } from './context.ts';
import { pairFingerprint } from './duplicates/fingerprint.ts';
import { scanEveryone } from './duplicates/scan.ts';
import type { InternalCommands } from './internal.ts';
import { requirePresentCustomer } from './references.ts';

const reasonsSchema = z.array(evidenceSchema);

export const duplicatesHandlers: HandlersOf<'duplicates'> = {
  'duplicates.list': ({ database }, input) => {
    const { total, rows } = listOpenPairs(database, input);
    const people = new Map(
      listCustomerRows(
        database,
        rows.flatMap((row) => [row.one_id, row.other_id]),
      ).map((row) => [row.id, row]),
    );
    return {
      total,
      rows: rows.flatMap((row) => {
        const [one, other] = [people.get(row.one_id), people.get(row.other_id)];
        if (!one || !other) return [];
        return [{ one, other, score: row.score, reasons: reasonsSchema.parse(JSON.parse(row.reasons)) }];
      }),
      lastScan: findLastScan(database) ?? null,
    };
  },

  'duplicates.dismiss': (context, { oneId, otherId }) => {
    if (oneId === otherId) throw new AppError('conflict', { reason: 'merge_self' });
    for (const id of [oneId, otherId]) requirePresentCustomer(context, id);
    dismissPair(context.database, {
      ...orderedPair(oneId, otherId),
      fingerprint: pairFingerprint(context.database, oneId, otherId),
      at: context.now(),
      staffId: context.actor.staffId,
    });
    context.changed(['merges']);
    return {};
  },

  'duplicates.reopen': (context, { oneId, otherId }) => {
    undoDismissal(context.database, orderedPair(oneId, otherId));
    context.changed(['merges']);
    return {};
  },
};

export const duplicatesStudies: StudiesOf<'duplicates'> = { 'duplicates.scan': scanEveryone };

type DuplicatesInternal = {
  readonly [Name in Extract<keyof InternalCommands, `duplicates.${string}`>]: (
    context: StoreContext,
    input: InternalCommands[Name]['input'],
  ) => InternalCommands[Name]['output'];
};

export const duplicatesInternal: DuplicatesInternal = {
  'duplicates.keepPairs': ({ database }, { pairs }) => {
    keepPairs(database, pairs);
    return null;
  },
  'duplicates.finishScan': (context, scan) => {
    finishScan(context.database, context.newId(), scan);
    context.changed(['merges']);
    return null;
  },
};
