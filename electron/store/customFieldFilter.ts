import type { CustomCondition } from '../../shared/contract/customFields.ts';

/** A condition on customers as SQL: the ids it selects, and whether a customer must be, or must not be, among them. */
export interface CustomFieldFilter {
  readonly isAmong: boolean;
  /** `SELECT customer_id …`, each part answered by an index of custom_field_values. */
  readonly sql: string;
  readonly values: object;
}

/** Text as LIKE takes it literally, with the escape character \. */
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/**
 * Who meets a condition on a custom field. `name` starts the names of its values, so that several conditions fit one statement:
 * `WHERE customers.id ${isAmong ? 'IN' : 'NOT IN'} (${sql})`.
 * With `hidesNumbers` a part of a text is looked for in what is shown of it (R192).
 */
export const customersByCustomValue = (condition: CustomCondition, name: string, hidesNumbers = false): CustomFieldFilter => {
  const value = (part: string): string => `@${name}${part}`;
  const from = `SELECT customer_id FROM custom_field_values WHERE field_id = ${value('Field')}`;
  const field = { [`${name}Field`]: condition.fieldId };
  const among = (test: string, values: object = {}): CustomFieldFilter => ({
    isAmong: true,
    sql: `${from}${test}`,
    values: { ...field, ...values },
  });
  switch (condition.test) {
    case 'known':
      return among('');
    case 'unknown':
      return { isAmong: false, sql: from, values: field };
    case 'text_is':
      return among(` AND text_value = ${value('Text')}`, { [`${name}Text`]: condition.text });
    case 'text_has':
      return among(` AND ${hidesNumbers ? 'masked_text(text_value)' : 'text_value'} LIKE ${value('Text')} ESCAPE '\\'`, {
        [`${name}Text`]: `%${literal(condition.text)}%`,
      });
    case 'yes_no':
      return among(` AND number_value = ${value('Is')}`, { [`${name}Is`]: condition.isYes ? 1 : 0 });
    case 'number':
    case 'date': {
      const column = `${condition.test}_value`;
      const lower = condition.from === null ? '' : ` AND ${column} >= ${value('From')}`;
      const upper = condition.to === null ? '' : ` AND ${column} <= ${value('To')}`;
      return among(` AND ${column} IS NOT NULL${lower}${upper}`, {
        ...(condition.from === null ? {} : { [`${name}From`]: condition.from }),
        ...(condition.to === null ? {} : { [`${name}To`]: condition.to }),
      });
    }
    case 'options':
      return {
        isAmong: true,
        sql: `SELECT customer_id FROM custom_field_values WHERE option_id IN (SELECT value FROM json_each(${value('Options')}))
          AND field_id = ${value('Field')}`,
        values: { ...field, [`${name}Options`]: JSON.stringify(condition.optionIds) },
      };
  }
};
