import type { OpportunityEventId, OpportunityStageId, OrderId, VisitId } from '../../types/ids.ts';
import type { LocalDate } from '../../types/time.ts';

// How an opportunity came to stand where it stands (R054). The history is only ever added to: what was done by mistake is taken back by an
// entry that names it, and neither of the two counts from then on.

export const outcomes = ['open', 'won', 'lost'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why a customer did not buy; `other` goes with words. */
export const lostReasons = ['price', 'other_shop', 'no_need', 'timing', 'no_answer', 'other'] as const;
export type LostReason = (typeof lostReasons)[number];

/** What an entry of the history tells. */
export const opportunityEvents = ['opened', 'stage', 'won', 'lost', 'reopened'] as const;
export type OpportunityEventKind = (typeof opportunityEvents)[number];

/** Where an opportunity stands; only a closed one has a day of closing, only a lost one a reason, only a won one what made it true. */
export interface Standing {
  readonly stageId: OpportunityStageId;
  readonly outcome: Outcome;
  readonly closedOn: LocalDate | null;
  readonly lostReason: LostReason | null;
  readonly lostWords: string | null;
  readonly visitId: VisitId | null;
  readonly orderId: OrderId | null;
}

export interface HistoryEntry extends Standing {
  readonly id: OpportunityEventId;
  /** The entry that this one takes back. */
  readonly reversesId: OpportunityEventId | null;
}

/** An open one at a stage. */
export const openAt = (stageId: OpportunityStageId): Standing => ({
  stageId,
  outcome: 'open',
  closedOn: null,
  lostReason: null,
  lostWords: null,
  visitId: null,
  orderId: null,
});

/** The entries that count, oldest first as they came: without those taken back and those that did so. */
export const standingEntries = <Entry extends HistoryEntry>(entries: readonly Entry[]): Entry[] => {
  const reversed = new Set(entries.map(({ reversesId }) => reversesId));
  return entries.filter(({ id, reversesId }) => reversesId === null && !reversed.has(id));
};

/** Where an opportunity stands by its history, oldest first; undefined for an empty one. */
export const replay = (entries: readonly HistoryEntry[]): Standing | undefined => {
  const last = standingEntries(entries).at(-1);
  if (last === undefined) return undefined;
  const { stageId, outcome, closedOn, lostReason, lostWords, visitId, orderId } = last;
  return { stageId, outcome, closedOn, lostReason, lostWords, visitId, orderId };
};
