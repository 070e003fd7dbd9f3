import type { LocalDate } from '../../types/time.ts';
import {
  contactPacking,
  datePacking,
  expiringPacking,
  interestPacking,
  memberPacking,
  patchTestPacking,
  safetyPacking,
  thingPacking,
  type PackedContact,
  type PackedDate,
  type PackedExpiring,
  type PackedInterest,
  type PackedMember,
  type PackedPatchTest,
  type PackedSafetyFact,
  type PackedThing,
} from '../exports/packed.ts';
import type { SafetyKind } from '../safety.ts';
import { readThingFields } from '../things/fields.ts';
import { plainCell, type CellReading } from './cells.ts';
import { columnOf, columnsOf, refused, type Mapping, type PackedField, type Parsed } from './fields.ts';
import { thingsReader, untilOf } from './things.ts';
import { parseBirthday } from './values.ts';

/** Facts of which a person has several. `expiring.thing` is a place in `things`, the first being 1. */
export interface ImportedFacts {
  readonly importantDates: readonly PackedDate[];
  readonly family: readonly PackedMember[];
  readonly things: readonly PackedThing[];
  readonly expiring: readonly PackedExpiring[];
  readonly interests: readonly PackedInterest[];
  readonly safetyFacts: readonly PackedSafetyFact[];
  readonly patchTests: readonly PackedPatchTest[];
}
export const noFacts: ImportedFacts = {
  importantDates: [],
  family: [],
  things: [],
  expiring: [],
  interests: [],
  safetyFacts: [],
  patchTests: [],
};
export const hasFacts = (facts: ImportedFacts): boolean =>
  Object.values<readonly unknown[]>({ ...facts }).some((ofOneKind) => ofOneKind.length > 0);

const safetyColumns = {
  allergy: 'allergy',
  contraindication: 'contraindication',
  medicalHistory: 'history',
} as const satisfies Record<string, SafetyKind>;
/** 无过敏史, 否认病史: the form was filled in, and there is nothing. */
const saysNone =
  /^(?:无|没有|暂无|否认|不详|未发现)(?:药物|食物)?(?:过敏|病|既往病|既往|特殊|其他|异常)?史?$|^(?:no|none)(?: known)?(?: allerg(?:y|ies))?$/i;
const LONGEST_WHAT = 80;
const LONGEST_NOTE = 500;

/** One substance, treatment or illness of a cell; what is longer than a line stands in the note in full. */
const safetyFact = (kind: SafetyKind, text: string): PackedSafetyFact => ({
  kind,
  what: text.length <= LONGEST_WHAT ? text : `${text.slice(0, LONGEST_WHAT - 1)}…`,
  severity: null,
  sinceOn: null,
  endedOn: null,
  source: null,
  note: text.length <= LONGEST_WHAT ? null : text.slice(0, LONGEST_NOTE),
});

const CHILD = { name: '宝宝', relation: '孩子' } as const;
export const MEMBERSHIP = '会员有效期';

/** A reader of all those facts, from columns of other programs and from the packed cells of our own export. */
export const factsReader = (
  mapping: Mapping,
  reading: CellReading,
  today: LocalDate,
): ((
  cells: readonly string[],
) => Parsed<{ readonly facts: ImportedFacts; readonly contacts: readonly PackedContact[] | null }>) => {
  const columns = columnOf(mapping);
  const readThings = thingsReader(mapping, reading, today);
  const safety = Object.entries(safetyColumns).flatMap(([field, kind]) =>
    (['allergy', 'contraindication', 'medicalHistory'] as const)
      .filter((name) => name === field)
      .flatMap((name) => columnsOf(mapping, name).map((column) => ({ field: name, kind, column }))),
  );
  const packedOf = (cells: readonly string[], field: PackedField): string => {
    const column = columns.get(field);
    return column === undefined ? '' : plainCell(reading, cells[column] ?? '');
  };
  const textAt = (cells: readonly string[], field: 'childName' | 'childBirthday' | 'memberUntil'): string | null => {
    const column = columns.get(field);
    return column === undefined ? null : reading.textOrNull(cells[column] ?? '');
  };
  const speaks = [...columns.keys()].length > 0;

  return (cells) => {
    if (!speaks) return { ok: true, value: { facts: noFacts, contacts: null } };
    const unreadable = (field: PackedField) => refused('entries_invalid', field, packedOf(cells, field).slice(0, 200));
    const contactCell = packedOf(cells, 'contactMethods');
    const contacts = contactCell === '' ? [] : contactPacking.unpack(contactCell, today);
    if (contacts === null) return unreadable('contactMethods');
    const importantDates = datePacking.unpack(packedOf(cells, 'importantDates'), today);
    if (importantDates === null) return unreadable('importantDates');
    const family = memberPacking.unpack(packedOf(cells, 'family'), today);
    if (family === null) return unreadable('family');
    const ownThings = thingPacking.unpack(packedOf(cells, 'things'), today);
    if (ownThings === null || ownThings.some(({ type, fields }) => 'problem' in readThingFields(type, fields)))
      return unreadable('things');
    const ownExpiring = expiringPacking.unpack(packedOf(cells, 'expiring'), today);
    if (ownExpiring === null || ownExpiring.some(({ thing }) => thing !== null && (thing < 1 || thing > ownThings.length)))
      return unreadable('expiring');
    const interests = interestPacking.unpack(packedOf(cells, 'interests'), today);
    if (interests === null) return unreadable('interests');
    const ownSafety = safetyPacking.unpack(packedOf(cells, 'safetyFacts'), today);
    if (ownSafety === null) return unreadable('safetyFacts');
    const patchTests = patchTestPacking.unpack(packedOf(cells, 'patchTests'), today);
    if (patchTests === null) return unreadable('patchTests');

    const said = readThings(cells);
    if (!said.ok) return said;
    const safetyFacts = safety.flatMap(({ kind, column }) =>
      (reading.textOrNull(cells[column] ?? '') ?? '')
        .split(/[、,，;；\n]/)
        .map((part) => part.trim())
        .filter((part) => part !== '' && !saysNone.test(part))
        .map((part) => safetyFact(kind, part)),
    );

    const [childName, childText] = [textAt(cells, 'childName'), textAt(cells, 'childBirthday')];
    const childBorn = childText === null ? null : parseBirthday(childText, 'solar', today);
    if (childText !== null && childBorn === null) return refused('birthday_invalid', 'childBirthday', childText.slice(0, 200));
    if (childName !== null && childName.length > 60) return refused('text_too_long', 'childName', childName.slice(0, 200));
    const child =
      childName === null && childBorn === null
        ? []
        : [{ name: childName ?? CHILD.name, relation: CHILD.relation, birthDate: childBorn }];

    const memberText = textAt(cells, 'memberUntil');
    const memberUntil = memberText === null ? 'never' : untilOf(memberText);
    if (memberUntil === null) return refused('date_invalid', 'memberUntil', (memberText ?? '').slice(0, 200));
    const membership: readonly PackedExpiring[] =
      memberUntil === 'never'
        ? []
        : [
            {
              kind: 'other',
              label: MEMBERSHIP,
              leadDays: null,
              note: null,
              thing: null,
              periods: [{ renewedOn: today, validUntil: memberUntil }],
            },
          ];

    return {
      ok: true,
      value: {
        contacts: columns.has('contactMethods') ? contacts : null,
        facts: {
          importantDates,
          family: [...family, ...child],
          things: [...ownThings, ...said.value.things],
          expiring: [
            ...ownExpiring,
            ...said.value.expiring.map((one) => ({
              ...one,
              thing: one.thing === null ? null : one.thing + ownThings.length,
            })),
            ...membership,
          ],
          interests,
          safetyFacts: [...ownSafety, ...safetyFacts],
          patchTests,
        },
      },
    };
  };
};
