import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { customFieldsHandlers } from '../../electron/handlers/customFields.ts';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { customersByCustomValue } from '../../electron/store/customFieldFilter.ts';
import { customFieldQueries } from '../../electron/store/customFields.ts';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import type { CustomCondition, CustomFieldType } from '../../shared/contract/customFields.ts';
import { fieldValueText, parseFieldValue } from '../../shared/domain/customFields.ts';
import type { CustomFieldId, CustomerId } from '../../shared/types/ids.ts';
import { failureOf, openDesk, type Desk } from '../helpers/desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const { customFields } = contract;
const create = (name: string, type: CustomFieldType, options: string[] = []): CustomFieldId =>
  desk.command(() =>
    customFieldsHandlers['customFields.create'](desk.context, customFields.create.input.parse({ name, type, options })),
  ).fieldId;
const save = (customerId: CustomerId, values: CallInput<'customFields.saveValues'>['values']) =>
  customFields.saveValues.output.parse(
    desk.command(() =>
      customFieldsHandlers['customFields.saveValues'](desk.context, customFields.saveValues.input.parse({ customerId, values })),
    ),
  ).before;
const update = (input: CallInput<'customFields.update'>) =>
  desk.command(() => customFieldsHandlers['customFields.update'](desk.context, customFields.update.input.parse(input))).before;
const fields = () =>
  customFields.list.output.parse(customFieldsHandlers['customFields.list'](desk.context, { includeArchived: true })).fields;
const fieldOf = (id: CustomFieldId) => fields().find((field) => field.id === id) ?? expect.fail('no such field');
const card = (customerId: CustomerId) =>
  contract.customers.findById.output.parse(customersHandlers['customers.findById'](desk.context, { customerId })).customFields;
const meeting = (condition: CustomCondition): CustomerId[] => {
  const { isAmong, sql, values } = customersByCustomValue(condition, 'own');
  return plainRows<{ id: CustomerId }>(
    desk.database,
    `SELECT id FROM customers WHERE id ${isAmong ? 'IN' : 'NOT IN'} (${sql}) ORDER BY number`,
    values,
  ).map(({ id }) => id);
};

describe('fields of the shop’s own (R009)', () => {
  test('R009 every type keeps its value, refuses what is not its own, and a saving undone leaves the card as before', () => {
    const customerId = desk.addCustomer();
    const choice = create('鞋底', 'choice', ['软底', '硬底']);
    const choices = create('场合', 'choices', ['上班', '旅行', '婚礼']);
    const [soft] = fieldOf(choice).options;
    const [work, , wedding] = fieldOf(choices).options;
    if (!soft || !work || !wedding) throw new Error('no options');
    const given = [
      { fieldId: create('车位', 'text'), value: 'B2-17', wrong: 7, issue: 'wrong_type', text: 'B2-17' },
      { fieldId: create('脚长', 'number'), value: 24.5, wrong: '24', issue: 'wrong_type', text: '24.5' },
      { fieldId: create('测试日', 'date'), value: '2024-02-29', wrong: '2026-02-30', issue: 'no_such_day', text: '2024-02-29' },
      { fieldId: create('停车', 'yes_no'), value: false, wrong: 'no', issue: 'wrong_type', text: 'no' },
      { fieldId: choice, value: soft.id, wrong: work.id, issue: 'unknown_option', text: '软底' },
      { fieldId: choices, value: [work.id, wedding.id], wrong: [soft.id], issue: 'unknown_option', text: '上班、婚礼' },
    ];
    const before = save(
      customerId,
      given.map(({ fieldId, value }) => ({ fieldId, value })),
    );
    expect(new Map(card(customerId).map(({ fieldId, value, text }) => [fieldId, [value, text]]))).toEqual(
      new Map(given.map(({ fieldId, value, text }) => [fieldId, [value, text]])),
    );
    for (const { fieldId, wrong, issue } of given)
      expect(failureOf(() => save(customerId, [{ fieldId, value: wrong }])).details).toEqual({
        issues: [{ path: 'values.0.value', message: issue }],
      });
    expect(desk.timeline({ customerId, kinds: ['change'] }).entries[0]?.change?.fields).toHaveLength(6);
    save(customerId, before);
    expect(card(customerId)).toEqual([]);
  });

  test('an option taken away stays with whoever has it, and comes back under its name; undo restores the offer', () => {
    const customerId = desk.addCustomer();
    const fieldId = create('鞋底', 'choice', ['软底', '硬底']);
    const [soft, hard] = fieldOf(fieldId).options;
    if (!soft || !hard) throw new Error('no options');
    save(customerId, [{ fieldId, value: soft.id }]);
    const before = update({ fieldId, changes: { options: [{ optionId: hard.id, name: '厚底' }] } });
    expect(card(customerId)).toMatchObject([{ text: '软底' }]);
    expect(fieldOf(fieldId).options).toMatchObject([
      { name: '厚底', isArchived: false },
      { name: '软底', isArchived: true },
    ]);
    update({ fieldId, changes: before });
    expect(fieldOf(fieldId).options).toEqual([soft, hard]);
  });

  test('a field with values is archived, not deleted, and keeps them', () => {
    const customerId = desk.addCustomer();
    const fieldId = create('车位', 'text');
    save(customerId, [{ fieldId, value: 'B2' }]);
    const remove = () => desk.command(() => customFieldsHandlers['customFields.remove'](desk.context, { fieldId }));
    expect(failureOf(remove).details).toEqual({ reason: 'custom_field_in_use' });
    update({ fieldId, changes: { isArchived: true } });
    expect(card(customerId)).toMatchObject([{ text: 'B2' }]);
    save(customerId, [{ fieldId, value: null }]);
    remove();
    expect(fields()).toEqual([]);
  });

  test('people are found by text, number, day, option, yes or no, known and unknown', () => {
    const [one, two] = [desk.addCustomer(), desk.addCustomer()];
    const text = create('车位', 'text');
    const number = create('脚长', 'number');
    save(one, [
      { fieldId: text, value: '50%_B' },
      { fieldId: number, value: 24.5 },
    ]);
    save(two, [{ fieldId: text, value: '505B' }]);
    expect(meeting({ test: 'text_has', fieldId: text, text: '%_' })).toEqual([one]);
    expect(meeting({ test: 'text_is', fieldId: text, text: '505B' })).toEqual([two]);
    expect(meeting({ test: 'number', fieldId: number, from: 24, to: null })).toEqual([one]);
    expect(meeting({ test: 'number', fieldId: number, from: null, to: 24 })).toEqual([]);
    expect(meeting({ test: 'known', fieldId: number })).toEqual([one]);
    expect(meeting({ test: 'unknown', fieldId: number })).toEqual([two]);
  });

  test('an option that a file would bring back as two is refused at naming; one of before stays', () => {
    for (const name of ['长、短', '长,短', '长，短', '长；短', 'A|B'])
      expect(failureOf(() => create('场合', 'choices', ['上班', name])).details).toEqual({
        issues: [{ path: 'options.1.name', message: 'option_with_separator' }],
      });
    // One of several is read whole, so it may be called anything.
    const one = create('发型', 'choice', ['长、短', '中']);
    const [both] = fieldOf(one).options;
    expect(parseFieldValue(fieldOf(one), fieldValueText(fieldOf(one), both?.id ?? null))).toBe(both?.id);
    const several = create('场合', 'choices', ['上班', '旅行']);
    plainRun(desk.database, `UPDATE custom_field_options SET name = '上班、加班' WHERE name = '上班'`);
    const kept = fieldOf(several).options.map(({ id, name }) => ({ optionId: id, name }));
    update({ fieldId: several, changes: { options: kept } });
    const wanted = { fieldId: several, changes: { options: [...kept, { optionId: null, name: '出差;开会' }] } };
    expect(failureOf(() => update(wanted)).code).toBe('bad_input');
  });

  test('what a file is given is read back from it as the same value', () => {
    const ids = (['text', 'number', 'date', 'yes_no'] as const).map((type) => create(type, type));
    const [text, number, date, yesNo] = ids.map(fieldOf);
    if (!text || !number || !date || !yesNo) throw new Error('no fields');
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), (figure, isYes) => {
        expect(parseFieldValue(number, fieldValueText(number, figure))).toBe(figure + 0);
        expect(parseFieldValue(yesNo, fieldValueText(yesNo, isYes))).toBe(isYes);
      }),
    );
    expect(parseFieldValue(date, '2026年3月8日')).toBe('2026-03-08');
    expect(parseFieldValue(number, '１，２３４．５')).toBe(1234.5);
    expect(parseFieldValue(yesNo, '是')).toBe(true);
    expect(parseFieldValue(date, '2026-02-30')).toBeUndefined();
  });

  test.each([
    ['values of a page', customFieldQueries.ofCustomers],
    ...(['text_value', 'number_value', 'date_value'] as const).map((column): [string, string] => [
      column,
      `SELECT customer_id FROM custom_field_values WHERE field_id = @fieldId AND ${column} >= @value`,
    ]),
  ])('%s are read by index at any size (P13)', (_name, sql) => {
    const plan = plainRows<{ detail: string }>(desk.database, `EXPLAIN QUERY PLAN ${sql}`, {
      customerIds: '[]',
      fieldId: '',
      value: '',
    });
    expect(plan.filter(({ detail }) => /^SCAN (?!json_each)/.test(detail))).toEqual([]);
    expect(plan.some(({ detail }) => detail.startsWith('SEARCH'))).toBe(true);
  });
});
