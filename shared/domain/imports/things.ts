import type { LocalDate } from '../../types/time.ts';
import type { PackedExpiring, PackedThing } from '../exports/packed.ts';
import { thingDefinitions } from '../things/definitions.ts';
import type { ExpiringKind } from '../things/expiring.ts';
import { readThingField } from '../things/fields.ts';
import { thingTypes, type ThingField, type ThingFieldName, type ThingType } from '../things/types.ts';
import type { CellReading } from './cells.ts';
import { columnOf, refused, thingImportFields, type Mapping, type Parsed, type ThingImportField } from './fields.ts';
import { parseBirthday, parseDate } from './values.ts';

/** A thing of a row with what of it runs out; `thing` of the facts is its place in the row's list, the first being 1. */
export interface ImportedThings {
  readonly things: readonly PackedThing[];
  readonly expiring: readonly PackedExpiring[];
}

/** What a column says of a thing, and of which type it speaks; null is whatever the row is about. */
interface ThingColumn {
  readonly type: ThingType | null;
  readonly says: { readonly field: ThingFieldName } | { readonly until: ExpiringKind } | 'name' | 'birthDate' | 'note' | 'policy';
}
const field = (type: ThingType | null, name: ThingFieldName): ThingColumn => ({ type, says: { field: name } });
const until = (type: ThingType | null, kind: ExpiringKind): ThingColumn => ({ type, says: { until: kind } });

const meanings: Readonly<Record<Exclude<ThingImportField, 'thingType'>, ThingColumn>> = {
  thingName: { type: null, says: 'name' },
  plate: field('car', 'plate'),
  carModel: field('car', 'model'),
  vin: field('car', 'vin'),
  colour: field('car', 'colour'),
  mileage: field('car', 'mileageKilometres'),
  petName: { type: 'pet', says: 'name' },
  petSpecies: field('pet', 'species'),
  petBreed: field('pet', 'breed'),
  petSex: field('pet', 'sex'),
  petNeutered: field('pet', 'neutered'),
  petWeight: field('pet', 'weightKilograms'),
  petCoat: field('pet', 'coat'),
  petChip: field('pet', 'chip'),
  petBirthday: { type: 'pet', says: 'birthDate' },
  brand: field(null, 'brand'),
  model: field(null, 'model'),
  serial: field(null, 'serial'),
  boughtOn: field(null, 'boughtOn'),
  thingNote: { type: null, says: 'note' },
  inspectionUntil: until('car', 'inspection'),
  vehicleTaxUntil: until('car', 'vehicle_tax'),
  maintenanceUntil: until('car', 'maintenance'),
  insuranceUntil: until('car', 'insurance'),
  policyNumber: { type: 'car', says: 'policy' },
  vaccineUntil: until('pet', 'vaccine'),
  dewormingUntil: until('pet', 'deworming'),
  warrantyUntil: until(null, 'warranty'),
  eyeRecheckUntil: until('glasses', 'eye_recheck'),
};

const languages = ['zh-CN', 'en'] as const;
const typeWords: Readonly<Record<string, ThingType>> = {
  宠物: 'pet',
  车: 'car',
  车辆: 'car',
  汽车: 'car',
  眼镜: 'glasses',
  家电: 'appliance',
  电器: 'appliance',
  自行车: 'bicycle',
  单车: 'bicycle',
  其他: 'other',
};
const typeOf = (text: string): ThingType | null =>
  thingTypes.find(
    (type) => type === text.toLowerCase() || languages.some((language) => thingDefinitions[type].label[language] === text),
  ) ??
  typeWords[text] ??
  null;

const choiceWords: Readonly<Record<string, string>> = {
  犬: 'dog',
  狗狗: 'dog',
  猫咪: 'cat',
  兔子: 'rabbit',
  雌: 'female',
  雄: 'male',
  母犬: 'female',
  公犬: 'male',
  女: 'female',
  男: 'male',
  是: 'yes',
  否: 'no',
  已: 'yes',
  未: 'no',
};

/** A field's value in its stored form, from the words of a file; null when it cannot be kept. */
const fieldValue = (type: ThingType, name: ThingFieldName, text: string): ThingField | null => {
  const definition = thingDefinitions[type].fields.find((one) => one.name === name);
  if (definition === undefined) return null;
  const choice = definition.choices?.find(({ value, label }) => value === text || Object.values(label).includes(text))?.value;
  // A kind of animal the form does not know is still one.
  const other = definition.choices?.find(({ value }) => value === 'other')?.value;
  const said =
    definition.kind === 'date'
      ? (parseDate(text) ?? text)
      : definition.kind === 'choice'
        ? (choice ?? choiceWords[text] ?? other ?? text)
        : definition.kind === 'whole' || definition.kind === 'decimal'
          ? text.replace(/\s*(?:公里|千米|km|公斤|千克|kg)$/i, '')
          : text;
  const read = readThingField(definition, said);
  return 'problem' in read ? null : { name, value: read.value };
};

/** Words for "for ever": then nothing runs out. */
const isForever = (text: string): boolean => /^(?:永久|长期|终身|无限期?|不限)(?:有效)?$/.test(text);
/** The day on which something runs out; `never` for what does not. */
export const untilOf = (text: string): LocalDate | 'never' | null => (isForever(text) ? 'never' : parseDate(text));

const LONGEST_NAME = 60;

/** A thing while its row is read. */
interface Draft {
  name: string | null;
  readonly fields: ThingField[];
  birthDate: PackedThing['birthDate'];
  note: string | null;
  policy: string | null;
  readonly until: { readonly kind: ExpiringKind; readonly day: LocalDate }[];
}

/** What a thing is called where its row gives it no name: a car by its model or plate. */
const nameOf = (type: ThingType, { name, fields }: Draft): string => {
  const telling: readonly ThingFieldName[] = ['model', 'plate', 'vin', 'brand', 'breed', 'serial'];
  const found = telling.map((one) => fields.find((own) => own.name === one)?.value).find((value) => value !== undefined);
  return (name ?? found ?? thingDefinitions[type].label['zh-CN']).slice(0, LONGEST_NAME);
};

/**
 * A reader of the columns that speak of things: a row may bring a car, a pet and one other thing, each with what of it runs out.
 * Refuses a plate, a chassis number, a figure or a day that is none.
 */
export const thingsReader = (
  mapping: Mapping,
  reading: CellReading,
  today: LocalDate,
): ((cells: readonly string[]) => Parsed<ImportedThings>) => {
  const columns = columnOf(mapping);
  const typeColumn = columns.get('thingType');
  const known = thingImportFields.flatMap((name) => {
    const column = columns.get(name);
    return column === undefined || name === 'thingType' ? [] : [{ name, column, meaning: meanings[name] }];
  });
  const nothing: ImportedThings = { things: [], expiring: [] };

  return (cells) => {
    if (known.length === 0) return { ok: true, value: nothing };
    const said = known.flatMap(({ name, column, meaning }) => {
      const text = reading.textOrNull(cells[column] ?? '');
      return text === null ? [] : [{ name, meaning, text }];
    });
    const typeText = typeColumn === undefined ? null : reading.textOrNull(cells[typeColumn] ?? '');
    const explicit = typeText === null ? null : typeOf(typeText);
    if (typeText !== null && explicit === null) return refused('thing_invalid', 'thingType', typeText.slice(0, 200));
    const spoken = new Set(said.flatMap(({ meaning }) => meaning.type ?? []));
    const [only] = spoken;
    const main = explicit ?? (spoken.size === 1 && only !== undefined ? only : 'other');

    const drafts = new Map<ThingType, Draft>();
    const draftOf = (type: ThingType): Draft => {
      const draft = drafts.get(type) ?? { name: null, fields: [], birthDate: null, note: null, policy: null, until: [] };
      drafts.set(type, draft);
      return draft;
    };
    for (const { name, meaning, text } of said) {
      const { says } = meaning;
      const type = meaning.type ?? main;
      const draft = draftOf(type);
      if (says === 'name') draft.name = text;
      else if (says === 'note') draft.note = text.slice(0, 2000);
      else if (says === 'policy') draft.policy = text.slice(0, 80);
      else if (says === 'birthDate') {
        draft.birthDate = parseBirthday(text, 'solar', today);
        if (draft.birthDate === null) return refused('birthday_invalid', name, text.slice(0, 200));
      } else if ('until' in says) {
        const day = untilOf(text);
        if (day === null) return refused('date_invalid', name, text.slice(0, 200));
        if (day !== 'never') draft.until.push({ kind: says.until, day });
      } else {
        const value = fieldValue(type, says.field, text);
        if (value === null) return refused('thing_invalid', name, text.slice(0, 200));
        draft.fields.push(value);
      }
    }

    const found = [...drafts];
    return {
      ok: true,
      value: {
        things: found.map(([type, draft]) => ({
          type,
          name: nameOf(type, draft),
          fields: thingDefinitions[type].fields.flatMap((definition) =>
            draft.fields.filter((own) => own.name === definition.name),
          ),
          birthDate: draft.birthDate,
          note:
            draft.policy === null || draft.until.some(({ kind }) => kind === 'insurance')
              ? draft.note
              : [draft.note, `保单号 ${draft.policy}`].filter((part) => part !== null).join('；'),
          retired: null,
        })),
        expiring: found.flatMap(([, draft], at) =>
          draft.until.map(({ kind, day }) => ({
            kind,
            label: '',
            leadDays: null,
            note: kind === 'insurance' && draft.policy !== null ? `保单号 ${draft.policy}` : null,
            thing: at + 1,
            periods: [{ renewedOn: today, validUntil: day }],
          })),
        ),
      },
    };
  };
};
