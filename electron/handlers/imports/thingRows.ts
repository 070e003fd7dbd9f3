import type { PackedThing } from '../../../shared/domain/exports/packed.ts';
import { noFacts, type ImportedFacts } from '../../../shared/domain/imports/facts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { addFacts, asNew } from './facts.ts';
import { factChanges, isSameThing } from './knownFacts.ts';
import type { Importing } from './newcomers.ts';
import type { RowWishes } from './purchaseRows.ts';

/** The things of a row that this file has not brought yet, with what of them runs out. */
const unseen = ({ things, expiring }: ImportedFacts, seen: readonly PackedThing[]): ImportedFacts => {
  const fresh = things.map((thing) => !seen.some((other) => isSameThing(thing, other)));
  const places = things.map((_, at) => fresh.slice(0, at + 1).filter(Boolean).length);
  return {
    ...noFacts,
    things: things.filter((_, at) => fresh[at] === true),
    expiring: expiring.flatMap((one) =>
      one.thing !== null && fresh[one.thing - 1] === true ? [{ ...one, thing: places[one.thing - 1] ?? null }] : [],
    ),
  };
};

/** Further things of people whom an earlier row of the file was about. */
export const moreThings = (importing: Importing, wishes: Pick<RowWishes, 'onConflict'>) => {
  const { context, scratch, names } = importing;
  const fileWins = wishes.onConflict === 'file';
  const seen = new Map<CustomerId, readonly PackedThing[]>();
  const note = (customerId: CustomerId, { things }: ImportedFacts): void => {
    if (things.length > 0) seen.set(customerId, [...(seen.get(customerId) ?? []), ...things]);
  };
  return {
    note,
    /** False when the row brings nothing of the kind. */
    add: (customerId: CustomerId, isNew: boolean, facts: ImportedFacts): boolean => {
      const more = unseen(facts, seen.get(customerId) ?? []);
      if (more.things.length === 0) return false;
      note(customerId, more);
      if (isNew) {
        addFacts(importing, customerId, asNew(more), names.products);
        return true;
      }
      const changes = factChanges(context.database, customerId, more, fileWins);
      if (changes.names.length === 0) return false;
      addFacts(importing, customerId, changes, names.products);
      const { names: changed, thingValues, renewals } = changes;
      scratch?.addUpdate({
        customerId,
        changes: JSON.stringify({
          fields: {},
          contacts: [],
          extras: { tags: [], values: [] },
          fileWins,
          facts: { names: changed, thingValues, renewals },
        }),
      });
      return true;
    },
  };
};
