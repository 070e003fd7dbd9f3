import type { Topic } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { Instant } from '../../shared/types/time.ts';
import type { StoreDatabase } from '../store/database.ts';
import type { StoreContext } from './context.ts';

// What a shop defines (measures, types of record, forms): presets are offered until somebody uses or changes one, which makes it the shop's own.

/** How one kind of definition is kept. */
export interface DefinitionUpkeep<Id, Found> {
  readonly topic: Topic;
  /** What `not_found` and the audit log call it. */
  readonly what: string;
  readonly auditName: string;
  /** Makes a preset the shop's own; absent where the shop has none but its own. */
  readonly adopt?: (context: StoreContext, found: Found) => void;
  /** Whether something still says by it what it is, and the reason of the conflict then; absent where nothing ever does. */
  readonly isUsed?: (database: StoreDatabase, id: Id) => boolean;
  readonly inUse?: string;
  readonly markArchived: (database: StoreDatabase, id: Id, at: Instant | null) => void;
  readonly remove: (database: StoreDatabase, id: Id) => void;
}

interface Definition<Id> {
  readonly id: Id;
  readonly name: string;
  /** False for a preset. */
  readonly isOwn?: boolean;
}

const changed = (context: StoreContext, topic: Topic): Record<never, never> => {
  context.changed([topic], null);
  return {};
};

/** Offers it no longer, or again; what was written by it stays. */
export const archiveDefinition = <Id, Found extends Definition<Id>>(
  context: StoreContext,
  upkeep: DefinitionUpkeep<Id, Found>,
  found: Found,
  isArchived: boolean,
): Record<never, never> => {
  upkeep.adopt?.(context, found);
  upkeep.markArchived(context.database, found.id, isArchived ? context.now() : null);
  context.audited({ [upkeep.auditName]: found.name, isArchived });
  return changed(context, upkeep.topic);
};

/** Takes one of the shop's own away for good. Throws not_found for a preset, conflict while it is in use. */
export const removeDefinition = <Id, Found extends Definition<Id>>(
  context: StoreContext,
  upkeep: DefinitionUpkeep<Id, Found>,
  found: Found,
): Record<never, never> => {
  if (found.isOwn === false) throw new AppError('not_found', { what: upkeep.what });
  if (upkeep.isUsed?.(context.database, found.id) === true) throw new AppError('conflict', { reason: upkeep.inUse });
  upkeep.remove(context.database, found.id);
  context.audited({ [upkeep.auditName]: found.name });
  return changed(context, upkeep.topic);
};
