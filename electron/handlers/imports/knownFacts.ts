import type { PackedExpiring, PackedThing } from '../../../shared/domain/exports/packed.ts';
import type { ImportedFacts } from '../../../shared/domain/imports/facts.ts';
import { readThingFields } from '../../../shared/domain/things/fields.ts';
import type { ThingField } from '../../../shared/domain/things/types.ts';
import type { CustomerId, ExpiringFactId, ThingId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import type { StoreDatabase } from '../../store/database.ts';
import { listFacts } from '../../store/expiringFacts.ts';
import { listFamilyMembers, listImportantDates } from '../../store/importantDates.ts';
import { listInterests } from '../../store/interests.ts';
import { listPatchTests, listSafetyFacts } from '../../store/safety.ts';
import { listThings, type StoredThing, type ThingValues } from '../../store/things.ts';
import type { FactsToAdd } from './facts.ts';

/** What a file says of somebody who is here, compared with what the shop knows. */
export interface FactChanges extends FactsToAdd {
  /** New values of things that are here. */
  readonly thingValues: readonly { readonly thingId: ThingId; readonly values: ThingValues }[];
  /** What runs out later than the shop thought. */
  readonly renewals: readonly { readonly factId: ExpiringFactId; readonly validUntil: LocalDate }[];
  /** The names of what changes, as the timeline calls them. */
  readonly names: readonly string[];
}

/** What the writer needs to hear of them beside the new rows. */
export type NotedFacts = Pick<FactChanges, 'names' | 'thingValues' | 'renewals'>;
export const noFactChanges: NotedFacts = { names: [], thingValues: [], renewals: [] };

const valueOf = (fields: readonly ThingField[], name: string): string | undefined =>
  fields.find((field) => field.name === name)?.value;

/** A car is known by its plate or chassis number, anything else by what it is called. */
export const isSameThing = (one: Omit<PackedThing, 'retired'>, other: Omit<PackedThing, 'retired'>): boolean => {
  if (one.type !== other.type) return false;
  for (const name of ['vin', 'plate', 'serial', 'chip']) {
    const [mine, theirs] = [valueOf(one.fields, name), valueOf(other.fields, name)];
    if (mine !== undefined && theirs !== undefined) return mine === theirs;
  }
  return one.name === other.name;
};

/** The thing with what the file adds; where both say something, the file's word counts only where it is to. */
const united = (known: StoredThing, said: PackedThing, fileWins: boolean): ThingValues => {
  const [first, second] = fileWins ? [said, known] : [known, said];
  const fields = [...first.fields, ...second.fields.filter(({ name }) => valueOf(first.fields, name) === undefined)];
  const read = readThingFields(known.type, fields);
  return {
    // The name of a thing that is known by its number may be one that the import made up.
    name: known.name,
    fields: 'fields' in read ? read.fields : known.fields,
    birthDate: first.birthDate ?? second.birthDate,
    note: first.note ?? second.note,
  };
};

const key = (...parts: unknown[]): string => JSON.stringify(parts);
const unknownOf = <Fact>(said: readonly Fact[], present: ReadonlySet<string>, keyOf: (fact: Fact) => string): Fact[] =>
  said.filter((fact) => !present.has(keyOf(fact)));
const MOST_INTERESTS = 1000;

/** Of each that is said the one that is here, each of them once: two dogs of one name are two. */
const paired = <Said, Known>(
  said: readonly Said[],
  present: readonly Known[],
  isSame: (said: Said, known: Known) => boolean,
): (Known | undefined)[] => {
  const free = [...present];
  return said.map((one) => {
    const at = free.findIndex((known) => isSame(one, known));
    return at === -1 ? undefined : free.splice(at, 1)[0];
  });
};

/** Those of the facts that would change something about a person who is here. */
export const factChanges = (
  database: StoreDatabase,
  customerId: CustomerId,
  said: ImportedFacts,
  fileWins: boolean,
): FactChanges => {
  const keysOf = <Row>(count: number, list: () => readonly Row[], keyOf: (row: Row) => string): ReadonlySet<string> =>
    count === 0 ? new Set() : new Set(list().map(keyOf));
  const importantDates = unknownOf(
    said.importantDates,
    keysOf(
      said.importantDates.length,
      () => listImportantDates(database, customerId),
      ({ kind, label, date }) => key(kind, label, date),
    ),
    ({ kind, label, date }) => key(kind, label, date),
  );
  const family = unknownOf(
    said.family,
    keysOf(
      said.family.length,
      () => listFamilyMembers(database, customerId),
      ({ name, relation }) => key(name, relation),
    ),
    ({ name, relation }) => key(name, relation),
  );
  const interests = unknownOf(
    said.interests,
    keysOf(
      said.interests.length,
      () => listInterests(database, { customerId, offset: 0, limit: MOST_INTERESTS }),
      (row) => key(row.kind, row.name, row.business_date),
    ),
    ({ kind, name, on }) => key(kind, name, on),
  );
  const safetyFacts = unknownOf(
    said.safetyFacts,
    keysOf(
      said.safetyFacts.length,
      () => listSafetyFacts(database, customerId),
      ({ kind, what }) => key(kind, what),
    ),
    ({ kind, what }) => key(kind, what),
  );
  const patchTests = unknownOf(
    said.patchTests,
    keysOf(
      said.patchTests.length,
      () => listPatchTests(database, customerId),
      (row) => key(row.what, row.done_on),
    ),
    ({ what, doneOn }) => key(what, doneOn),
  );

  const present = said.things.length === 0 ? [] : listThings(database, customerId);
  const matches = paired(said.things, present, isSameThing);
  const thingValues = said.things.flatMap((thing, at) => {
    const known = matches[at];
    if (known === undefined) return [];
    const values = united(known, thing, fileWins);
    const { name, fields, birthDate, note } = known;
    return JSON.stringify(values) === JSON.stringify({ name, fields, birthDate, note }) ? [] : [{ thingId: known.id, values }];
  });
  const facts = said.expiring.length === 0 ? [] : listFacts(database, customerId);
  const ownerOf = ({ thing }: PackedExpiring): ThingId | null | undefined => (thing === null ? null : matches[thing - 1]?.id);
  const knownFacts = paired(
    said.expiring,
    facts,
    (one, fact) => ownerOf(one) === fact.thingId && one.kind === fact.kind && one.label === fact.label,
  );
  const renewals = said.expiring.flatMap((one, at) => {
    const [known, last] = [knownFacts[at], one.periods.at(-1)];
    return fileWins && known !== undefined && last !== undefined && last.validUntil > known.validUntil
      ? [{ factId: known.id, validUntil: last.validUntil }]
      : [];
  });
  const expiring = said.expiring.filter((_, at) => knownFacts[at] === undefined);

  const hasNewThings = matches.includes(undefined) || expiring.length > 0 || thingValues.length > 0 || renewals.length > 0;
  return {
    facts: { importantDates, family, things: said.things, expiring, interests, safetyFacts, patchTests },
    knownThings: matches.map((known) => known?.id ?? null),
    thingValues,
    renewals,
    names: [
      ...(importantDates.length > 0 ? ['importantDates'] : []),
      ...(family.length > 0 ? ['familyMembers'] : []),
      ...(hasNewThings ? ['things'] : []),
      ...(interests.length > 0 ? ['interests'] : []),
      ...(safetyFacts.length > 0 ? ['safetyFacts'] : []),
      ...(patchTests.length > 0 ? ['patchTests'] : []),
    ],
  };
};
