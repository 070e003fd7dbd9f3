import type { Crowds } from '../../shared/contract/care.ts';
import type { Cutoffs } from '../../shared/contract/segments.ts';
import type { ShopSettings } from '../../shared/contract/settings.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import type { StoreDatabase } from '../store/database.ts';
import type { ClassesRow, QueueRow, ReminderRow } from '../store/judgements.ts';

/** What the engine needs of a handler's context: the store, the day and the settings. */
export interface EngineContext {
  readonly database: StoreDatabase;
  today(): LocalDate;
  settings(): ShopSettings;
}

/** Everything that follows from one customer's facts. Null where nothing does: removed, or nobody to call. */
export interface Judgement {
  readonly classes: ClassesRow | null;
  /** By rule and occurrence. */
  readonly reminders: readonly ReminderRow[];
  readonly queue: QueueRow | null;
}

/** What of a judgement differs from what is stored; an absent part stays as it is. */
export interface ChangedJudgement extends Partial<Judgement> {
  readonly customerId: CustomerId;
  /** The summary's revision when the facts were read; another one meanwhile makes the judgement stale. */
  readonly revision: number | null;
}

/** A run over everyone begins: from now on single facts are judged by these cut-offs too. */
export interface BegunRun {
  readonly cutoffs: Cutoffs;
}

/** Judgements of some hundreds of customers, from the engine's own snapshot. */
export interface JudgementBatch {
  readonly customers: readonly ChangedJudgement[];
}

/** How a check of everyone's data begins: by which crowds, and whether over everyone or over those who are due. */
export interface BegunCareRun {
  readonly crowds: Crowds;
  readonly isOverEveryone: boolean;
}

/** A run over everyone is complete: what it was judged by, so that the next one knows whether it is needed. */
export interface FinishedRun {
  readonly date: LocalDate;
  readonly settings: string;
  /** The count of bulk changes when the run began; another one meanwhile, and the run does not hold. */
  readonly invalidations: number;
  readonly changed: number;
}

/** What a run over everyone needs besides: to tell how far it is, and to stop when asked to. */
export interface RunContext extends EngineContext {
  progress(phase: string, done: number, total: number | null): void;
  throwIfCancelled(): void;
}
