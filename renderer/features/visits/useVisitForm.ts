import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { VisitDraft } from '../../../shared/contract/parkedVisits.ts';
import type { Thing } from '../../../shared/contract/things.ts';
import { readValueCardCode } from '../../../shared/domain/valueCards/codes.ts';
import type { CustomerId, ThingId } from '../../../shared/types/ids.ts';
import { useShop } from '../../app/shop.tsx';
import { useVisitCards } from '../countCards/useVisitCards.ts';
import {
  billOf,
  draftOf,
  faultsOf,
  isRunning,
  lineOf,
  stopped,
  type LineDraft,
  type LineField,
  type LineSource,
} from './lines.ts';

export type { VisitDraft };
export type DeferredDraft = VisitDraft['deferred'][number];

export const emptyDraft: VisitDraft = {
  lines: [],
  discount: '',
  discountReason: '',
  pointsPaid: '',
  storedPaid: '',
  accountPaid: '',
  method: null,
  coupons: [],
  valueCards: [],
  valueCardsPaid: [],
  staffId: null,
  note: '',
  date: null,
  deferred: [],
};

/** What follows to another person: their things, points, stored value, debt, cards and coupons are others. */
export const forAnyone = ({ thingId: _visitThingId, storedFromId: _storedFromId, ...draft }: VisitDraft): VisitDraft => ({
  ...draft,
  pointsPaid: '',
  storedPaid: '',
  accountPaid: '',
  coupons: [],
  // A code pays for whoever gives it; somebody's own card does not.
  valueCards: draft.valueCards.filter((text) => readValueCardCode(text) !== null),
  valueCardsPaid: [],
  lines: draft.lines.map(({ thingId: _thingId, cardId: _cardId, ...line }) => line),
});

/** Whether leaving would lose something typed. */
export const isWorthKeeping = ({ lines, note, deferred }: VisitDraft): boolean =>
  lines.length > 0 || deferred.length > 0 || note.trim() !== '';

/** The fields of the visit and what is right and wrong about them. */
export const useVisitForm = (initial: VisitDraft, things: readonly Thing[], customerId: CustomerId | null = null) => {
  const { now, settings } = useShop();
  const [draft, setDraft] = useState(initial);
  const [only] = things;
  const offered = things.length === 1 && only !== undefined ? only.id : null;
  const thingId = draft.thingId === undefined ? offered : draft.thingId;
  // Faults show once a save was tried, or a field was left; not while the first figure is being typed.
  const [isChecked, setIsChecked] = useState(false);

  const change = (changes: Partial<VisitDraft>): void => {
    setDraft((before) => ({ ...before, ...changes }));
  };
  const changeLines = (how: (lines: VisitDraft['lines']) => VisitDraft['lines']): void => {
    setDraft((before) => ({ ...before, lines: how(before.lines) }));
  };
  const alter = (key: string, how: (line: LineDraft) => LineDraft): void => {
    changeLines((lines) => lines.map((line) => (line.key === key ? how(line) : line)));
  };
  const step = settings.timingStepMinutes;
  const cards = useVisitCards(customerId, draft);
  const lines = draft.lines.flatMap((line) => lineOf(line, thingId, cards.byLine.get(line.key)?.id) ?? []);
  const bill = billOf(draft, cards.byLine);
  return {
    draft,
    change,
    /** Adds a line and returns its key. */
    addLine: (source: LineSource): string => {
      const key = uuidv7();
      changeLines((before) => [...before, draftOf(key, source, now())]);
      return key;
    },
    changeLine: (key: string, field: LineField, text: string): void => {
      // A product under another name is no longer that product.
      alter(key, (line) => ({ ...line, [field]: text, ...(field === 'name' ? { productId: null } : {}) }));
    },
    alterLine: (key: string, changes: Partial<LineDraft>): void => {
      alter(key, (line) => ({ ...line, ...changes }));
    },
    removeLine: (key: string): void => {
      changeLines((before) => before.filter((line) => line.key !== key));
    },
    /** Puts a line off (X33): it leaves the bill and is asked again another day. */
    deferLine: (key: string): void => {
      setDraft((before) => ({
        ...before,
        lines: before.lines.filter((line) => line.key !== key),
        deferred: [
          ...before.deferred,
          ...before.lines
            .filter((line) => line.key === key)
            .map(({ productId, name }) => ({ key, productId, name, reason: '', askAgainOn: null })),
        ],
      }));
    },
    changeDeferred: (key: string, changes: Partial<DeferredDraft> | null): void => {
      setDraft((before) => ({
        ...before,
        deferred: before.deferred.flatMap((item) =>
          item.key === key ? (changes === null ? [] : [{ ...item, ...changes }]) : [item],
        ),
      }));
    },
    startWatch: (key: string): void => {
      alter(key, (line) => ({ ...line, startedAt: now(), stoppedAt: null, quantity: '' }));
    },
    stopWatch: (key: string): void => {
      alter(key, (line) => stopped(line, now(), step));
    },
    /** Stops every watch that still runs: whoever saves has finished. */
    stopWatches: (): void => {
      changeLines((before) => (before.some(isRunning) ? before.map((line) => stopped(line, now(), step)) : before));
    },
    things,
    thingId,
    chooseThing: (key: string, chosen: ThingId | null): void => {
      alter(key, (line) => ({ ...line, thingId: chosen }));
    },
    cards,
    /** Lets no card pay, or again whichever fits. */
    toggleCards: (): void => {
      const isOff = cards.byLine.size > 0;
      changeLines((before) => before.map(({ cardId: _cardId, ...line }) => (isOff ? { ...line, cardId: null } : line)));
    },
    bill,
    total: bill.totalCents,
    lines,
    firstFault: draft.lines.flatMap((line) => faultsOf(line).map((field) => ({ key: line.key, field })))[0] ?? null,
    isChecked,
    check: (): void => {
      setIsChecked(true);
    },
  };
};

export type VisitForm = ReturnType<typeof useVisitForm>;
