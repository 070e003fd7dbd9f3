import type { LocalDate } from '../../types/time.ts';

// Cards by number 会员卡 (X52): what was reported and done to each number, in the order it was written. How a number stands follows from it.

export const memberCardStates = ['active', 'lost', 'locked', 'replaced', 'closed'] as const;
export type MemberCardState = (typeof memberCardStates)[number];

/** `issue` gives a new number, and with `formerNo` in the place of another one; `reverse` takes another event back. */
export const memberCardEventKinds = ['issue', 'lost', 'found', 'lock', 'unlock', 'close', 'reverse'] as const;
export type MemberCardEventKind = (typeof memberCardEventKinds)[number];

export interface MemberCardEvent {
  readonly id: string;
  readonly kind: MemberCardEventKind;
  /** The number it is about; of an issue the new one. */
  readonly cardNo: string;
  /** The number an issue puts another in the place of. */
  readonly formerNo: string | null;
  readonly reversesId: string | null;
  readonly businessDate: LocalDate;
}

/** Those that stand: neither taken back nor a taking back. */
export const standingCardEvents = <Event extends Pick<MemberCardEvent, 'id' | 'kind' | 'reversesId'>>(
  events: readonly Event[],
): Event[] => {
  const reversed = new Set(events.flatMap(({ reversesId }) => reversesId ?? []));
  return events.filter(({ id, kind }) => kind !== 'reverse' && !reversed.has(id));
};

const leadsTo: Readonly<Record<Exclude<MemberCardEventKind, 'reverse'>, MemberCardState>> = {
  issue: 'active',
  lost: 'lost',
  found: 'active',
  lock: 'locked',
  unlock: 'active',
  close: 'closed',
};

/** How a number stands and since when, by every event that names it; a number nothing was ever written of is active. */
export const memberCardStanding = (
  cardNo: string,
  events: readonly MemberCardEvent[],
): { readonly state: MemberCardState; readonly since: LocalDate | null } => {
  const last = standingCardEvents(events)
    .filter((event) => event.cardNo === cardNo || event.formerNo === cardNo)
    .at(-1);
  if (last === undefined || last.kind === 'reverse') return { state: 'active', since: null };
  return { state: last.cardNo === cardNo ? leadsTo[last.kind] : 'replaced', since: last.businessDate };
};

/** What can be done to the card somebody has, by how it stands; a new number can be given whatever it is. */
export const memberCardActions = {
  active: ['lost', 'lock', 'close'],
  lost: ['found', 'close'],
  locked: ['unlock', 'close'],
  replaced: [],
  closed: [],
} as const satisfies Readonly<Record<MemberCardState, readonly MemberCardEventKind[]>>;

/** Done by whoever may correct balances: anybody at the desk reports a card lost and gives a new one. */
export const needsAdjust = (kind: MemberCardEventKind): boolean => kind !== 'lost' && kind !== 'issue';

/** Numbers printed in one go: from a first to a last figure of the same length, after letters that stay. */
export interface CardBatchTerms {
  readonly prefix: string;
  readonly first: string;
  readonly last: string;
  readonly hasCheckDigit: boolean;
}

/** So many cards of one batch at most: more comes in several. */
export const MOST_CARDS_OF_BATCH = 10_000;

/** The Luhn digit of figures (ISO/IEC 7812-1, annex B): catches every single wrong figure and most swapped ones. Letters are left out. */
export const checkDigit = (text: string): string => {
  const digits = [...text].filter((character) => character >= '0' && character <= '9').reverse();
  const sum = digits.reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
};

const numberAt = ({ prefix, first, hasCheckDigit }: CardBatchTerms, figure: number): string => {
  const number = prefix + String(figure).padStart(first.length, '0');
  return hasCheckDigit ? number + checkDigit(number) : number;
};

/** How many cards there are in all. */
export const cardsOfBatch = ({ first, last }: CardBatchTerms): number => Number(last) - Number(first) + 1;

/** Every number of the batch, in order. */
export const numbersOfBatch = (terms: CardBatchTerms): string[] =>
  Array.from({ length: cardsOfBatch(terms) }, (_, index) => numberAt(terms, Number(terms.first) + index));

/** Whether a number looks like one of the batch and is none: mistyped, or misread. */
export const isMistypedOf = (terms: CardBatchTerms, cardNo: string): boolean => {
  const figures = cardNo.slice(terms.prefix.length);
  if (!terms.hasCheckDigit || !cardNo.startsWith(terms.prefix) || !/^\d+$/.test(figures)) return false;
  return figures.length === terms.first.length + 1 && checkDigit(cardNo.slice(0, -1)) !== cardNo.slice(-1);
};
