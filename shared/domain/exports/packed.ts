import { isLocalDate, localDate, type LocalDate } from '../../types/time.ts';
import { interestKinds, wishStates, type InterestKind, type Requirement, type WishState } from '../interests.ts';
import { parsePartialDate, partialDateInputText, type PartialDateParts } from '../partialDate.ts';
import { patchTestResults, safetyKinds, severities, type PatchTestResult, type SafetyKind, type Severity } from '../safety.ts';
import { expiringKinds, type ExpiringKind } from '../things/expiring.ts';
import { retirements, thingFieldNames, thingTypes, type Retirement, type ThingField, type ThingType } from '../things/types.ts';
import { packEntries, unpackEntries } from './entries.ts';

// Facts of which a customer has several, each kind in one cell: written by the export, read back to the letter by the import (S7).
// The words in them are codes, the same in both languages, so that a file of one language comes into a shop of the other.

export const contactTypes = ['mobile', 'landline', 'wechat', 'qq', 'email', 'social', 'other'] as const;
export const tagSources = ['by_hand', 'membership', 'purchase', 'survey', 'import', 'rule'] as const;
const dateKinds = ['anniversary', 'other'] as const;

export interface PackedContact {
  readonly type: (typeof contactTypes)[number];
  readonly label: string | null;
  readonly value: string;
  readonly isPrimary: boolean;
  readonly isValid: boolean;
  readonly verifiedOn: LocalDate | null;
}
export interface PackedDate {
  readonly kind: (typeof dateKinds)[number];
  readonly label: string;
  readonly date: PartialDateParts;
  readonly isYearly: boolean;
  readonly leadDays: number | null;
}
export interface PackedMember {
  readonly name: string;
  readonly relation: string;
  readonly birthDate: PartialDateParts | null;
}
export interface PackedTag {
  readonly group: string;
  readonly name: string;
  readonly source: (typeof tagSources)[number];
  readonly taggedOn: LocalDate;
}
export interface PackedThing {
  readonly type: ThingType;
  readonly name: string;
  readonly fields: readonly ThingField[];
  readonly birthDate: PartialDateParts | null;
  readonly note: string | null;
  readonly retired: { readonly on: LocalDate; readonly because: Retirement } | null;
}
export interface PackedExpiring {
  readonly kind: ExpiringKind;
  readonly label: string;
  readonly leadDays: number | null;
  readonly note: string | null;
  /** Which of the customer's things, the first being 1; null is the customer. */
  readonly thing: number | null;
  /** Every time it was set or renewed, the first first; at least one. */
  readonly periods: readonly { readonly renewedOn: LocalDate; readonly validUntil: LocalDate }[];
}
export interface PackedInterest {
  readonly kind: InterestKind;
  readonly name: string;
  readonly on: LocalDate;
  readonly product: string | null;
  readonly note: string | null;
  readonly wantedBy: LocalDate | null;
  readonly state: WishState | null;
  readonly settledOn: LocalDate | null;
  readonly requirements: readonly Requirement[];
}
export interface PackedSafetyFact {
  readonly kind: SafetyKind;
  readonly what: string;
  readonly severity: Severity | null;
  readonly sinceOn: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly source: string | null;
  readonly note: string | null;
}
export interface PackedPatchTest {
  readonly what: string;
  readonly product: string | null;
  readonly result: PatchTestResult;
  readonly doneOn: LocalDate;
  readonly validDays: number | null;
  readonly readingDueOn: LocalDate | null;
  readonly note: string | null;
}

/** How one kind of fact is written into a cell and read from it; null for an entry that nobody can read. */
interface Packing<Fact> {
  pack(facts: readonly Fact[]): string;
  unpack(cell: string, today: LocalDate): readonly Fact[] | null;
}

const packing = <Fact>(
  write: (fact: Fact) => readonly string[],
  read: (parts: readonly string[], today: LocalDate) => Fact | null,
): Packing<Fact> => ({
  pack: (facts) => packEntries(facts.map(write)),
  unpack: (cell, today) => {
    const facts = unpackEntries(cell).map((parts) => read(parts, today));
    const known = facts.filter((fact) => fact !== null);
    return known.length === facts.length ? known : null;
  },
});

/** A part that cannot be read ends its entry. */
class Unreadable extends Error {}
const fail = (): never => {
  throw new Unreadable();
};
/** The entry, or null where one of its parts cannot be read. */
const attempt = <Fact>(read: () => Fact): Fact | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
};

const textOf = (part: string | undefined, longest: number): string => {
  const text = (part ?? '').trim();
  return text === '' || text.length > longest ? fail() : text;
};
const orNull = <Value>(part: string | undefined, read: (text: string) => Value): Value | null => {
  const text = (part ?? '').trim();
  return text === '' ? null : read(text);
};
const dayOf = (text: string | undefined): LocalDate =>
  text !== undefined && isLocalDate(text.trim()) ? localDate(text.trim()) : fail();
const wholeOf = (most: number) => (text: string) => {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value <= most ? value : fail();
};
const oneOf = <Word extends string>(words: readonly Word[], part: string | undefined): Word =>
  words.find((word) => word === part?.trim()) ?? fail();
const dateOf =
  (today: LocalDate) =>
  (text: string): PartialDateParts =>
    parsePartialDate(text, today) ?? fail();
const lineOf = (longest: number) => (text: string) => (text.length > longest ? fail() : text);
const dateText = (date: PartialDateParts | null): string => (date === null ? '' : partialDateInputText(date, 'zh-CN'));
const numberText = (value: number | null): string => (value === null ? '' : String(value));

export const contactPacking = packing<PackedContact>(
  ({ type, label, value, isPrimary, isValid, verifiedOn }) => [
    type,
    label ?? '',
    value,
    isPrimary ? 'primary' : '',
    isValid ? '' : 'invalid',
    verifiedOn ?? '',
  ],
  (parts) =>
    attempt(() => ({
      type: oneOf(contactTypes, parts[0]),
      label: orNull(parts[1], lineOf(40)),
      value: textOf(parts[2], 120),
      isPrimary: parts[3]?.trim() === 'primary',
      isValid: parts[4]?.trim() !== 'invalid',
      verifiedOn: orNull(parts[5], dayOf),
    })),
);

export const datePacking = packing<PackedDate>(
  ({ kind, label, date, isYearly, leadDays }) => [kind, label, dateText(date), isYearly ? '' : 'once', numberText(leadDays)],
  (parts, today) =>
    attempt(() => ({
      kind: oneOf(dateKinds, parts[0]),
      label: orNull(parts[1], lineOf(40)) ?? '',
      date: dateOf(today)(textOf(parts[2], 40)),
      isYearly: parts[3]?.trim() !== 'once',
      leadDays: orNull(parts[4], wholeOf(365)),
    })),
);

export const memberPacking = packing<PackedMember>(
  ({ name, relation, birthDate }) => [name, relation, dateText(birthDate)],
  (parts, today) =>
    attempt(() => ({
      name: textOf(parts[0], 60),
      relation: orNull(parts[1], lineOf(40)) ?? '',
      birthDate: orNull(parts[2], dateOf(today)),
    })),
);

export const tagPacking = packing<PackedTag>(
  ({ group, name, source, taggedOn }) => [group, name, source, taggedOn],
  (parts) =>
    attempt(() => ({
      group: textOf(parts[0], 40),
      name: textOf(parts[1], 40),
      source: oneOf(tagSources, parts[2]),
      taggedOn: dayOf(parts[3]),
    })),
);

/** What stands before a colon in a part of a thing that is none of its type's fields. */
const thingWords = { birthDate: 'born', note: 'note', retired: 'retired' } as const;
const pairOf = (part: string): readonly [string, string] => {
  const at = part.indexOf(': ');
  return at === -1 ? fail() : [part.slice(0, at).trim(), part.slice(at + 2).trim()];
};
const retiredOf = (text: string): PackedThing['retired'] => {
  const [on, because] = text.split(' ');
  return { on: dayOf(on), because: oneOf(retirements, because) };
};

export const thingPacking = packing<PackedThing>(
  ({ type, name, fields, birthDate, note, retired }) => [
    type,
    name,
    ...fields.map((field) => `${field.name}: ${field.value}`),
    ...(birthDate === null ? [] : [`${thingWords.birthDate}: ${dateText(birthDate)}`]),
    ...(note === null ? [] : [`${thingWords.note}: ${note}`]),
    ...(retired === null ? [] : [`${thingWords.retired}: ${retired.on} ${retired.because}`]),
  ],
  ([type, name, ...others], today) =>
    attempt(() => {
      const pairs = others.filter((part) => part.trim() !== '').map(pairOf);
      const said = (word: string): string | undefined => pairs.find(([key]) => key === word)?.[1];
      const ownWords: readonly string[] = Object.values(thingWords);
      return {
        type: oneOf(thingTypes, type),
        name: textOf(name, 60),
        fields: pairs
          .filter(([key]) => !ownWords.includes(key))
          .map(([key, value]) => ({ name: oneOf(thingFieldNames, key), value })),
        birthDate: orNull(said(thingWords.birthDate), dateOf(today)),
        note: orNull(said(thingWords.note), lineOf(2000)),
        retired: orNull(said(thingWords.retired), retiredOf),
      };
    }),
);

const periodOf = (part: string): PackedExpiring['periods'][number] => {
  const [renewedOn, validUntil] = part.split('>');
  return { renewedOn: dayOf(renewedOn), validUntil: dayOf(validUntil) };
};

export const expiringPacking = packing<PackedExpiring>(
  ({ kind, label, leadDays, note, thing, periods }) => [
    kind,
    label,
    numberText(thing),
    numberText(leadDays),
    note ?? '',
    ...periods.map(({ renewedOn, validUntil }) => `${renewedOn}>${validUntil}`),
  ],
  ([kind, label, thing, leadDays, note, ...periods]) =>
    attempt(() => ({
      kind: oneOf(expiringKinds, kind),
      label: orNull(label, lineOf(40)) ?? '',
      thing: orNull(thing, wholeOf(1000)),
      leadDays: orNull(leadDays, wholeOf(365)),
      note: orNull(note, lineOf(2000)),
      periods: periods.length === 0 ? fail() : periods.map(periodOf),
    })),
);

export const interestPacking = packing<PackedInterest>(
  ({ kind, name, on, product, note, wantedBy, state, settledOn, requirements }) => [
    kind,
    name,
    on,
    product ?? '',
    note ?? '',
    wantedBy ?? '',
    state ?? '',
    settledOn ?? '',
    ...requirements.flatMap(({ label, value }) => [label, value]),
  ],
  ([kind, name, on, product, note, wantedBy, state, settledOn, ...points]) =>
    attempt(() => {
      const found = {
        kind: oneOf(interestKinds, kind),
        name: textOf(name, 80),
        on: dayOf(on),
        product: orNull(product, lineOf(200)),
        note: orNull(note, lineOf(2000)),
        wantedBy: orNull(wantedBy, dayOf),
        state: orNull(state, (text) => oneOf(wishStates, text)),
        settledOn: orNull(settledOn, dayOf),
        requirements: Array.from({ length: Math.ceil(points.length / 2) }, (_, at) => ({
          label: textOf(points[at * 2], 30),
          value: textOf(points[at * 2 + 1], 200),
        })),
      };
      // A wish has a state, the others none.
      return (found.kind === 'wanted') === (found.state !== null) ? found : fail();
    }),
);

export const safetyPacking = packing<PackedSafetyFact>(
  ({ kind, what, severity, sinceOn, endedOn, source, note }) => [
    kind,
    what,
    severity ?? '',
    sinceOn ?? '',
    endedOn ?? '',
    source ?? '',
    note ?? '',
  ],
  ([kind, what, severity, sinceOn, endedOn, source, note]) =>
    attempt(() => ({
      kind: oneOf(safetyKinds, kind),
      what: textOf(what, 80),
      severity: orNull(severity, (text) => oneOf(severities, text)),
      sinceOn: orNull(sinceOn, dayOf),
      endedOn: orNull(endedOn, dayOf),
      source: orNull(source, lineOf(80)),
      note: orNull(note, lineOf(500)),
    })),
);

export const patchTestPacking = packing<PackedPatchTest>(
  ({ what, product, result, doneOn, validDays, readingDueOn, note }) => [
    what,
    product ?? '',
    result,
    doneOn,
    numberText(validDays),
    readingDueOn ?? '',
    note ?? '',
  ],
  ([what, product, result, doneOn, validDays, readingDueOn, note]) =>
    attempt(() => ({
      what: textOf(what, 80),
      product: orNull(product, lineOf(200)),
      result: oneOf(patchTestResults, result),
      doneOn: dayOf(doneOn),
      validDays: orNull(validDays, wholeOf(3650)),
      readingDueOn: orNull(readingDueOn, dayOf),
      note: orNull(note, lineOf(500)),
    })),
);
