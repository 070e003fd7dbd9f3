import type { Thing } from '../../../shared/contract/things.ts';
import { thingDefinitions } from '../../../shared/domain/things/definitions.ts';
import { readThingField } from '../../../shared/domain/things/fields.ts';
import type { ThingFieldProblem } from '../../../shared/domain/things/fields.ts';
import type { ThingField, ThingFieldName, ThingType } from '../../../shared/domain/things/types.ts';

/** What stands in the form's own fields, by their names; a field that is not there is empty. */
export type FieldTexts = Readonly<Partial<Record<ThingFieldName, string>>>;

export const textsOf = (thing: Thing | null): FieldTexts =>
  Object.fromEntries((thing?.fields ?? []).map(({ name, value }) => [name, value]));

/** The fields as the operation wants them, in the order of the type. */
export const fieldsOf = (type: ThingType, texts: FieldTexts): ThingField[] =>
  thingDefinitions[type].fields.flatMap(({ name }) => {
    const value = (texts[name] ?? '').trim();
    return value === '' ? [] : [{ name, value }];
  });

/** What is wrong, by the field's name. */
export const fieldProblems = (type: ThingType, texts: FieldTexts): Partial<Record<ThingFieldName, ThingFieldProblem>> => {
  const problems: Partial<Record<ThingFieldName, ThingFieldProblem>> = {};
  for (const definition of thingDefinitions[type].fields) {
    const text = (texts[definition.name] ?? '').trim();
    if (text === '') continue;
    const read = readThingField(definition, text);
    if ('problem' in read) problems[definition.name] = read.problem;
  }
  return problems;
};
