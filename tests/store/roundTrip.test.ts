import { readFileSync } from 'node:fs';
import { fc, test as law } from '@fast-check/vitest';
import { expect } from 'vitest';
import { plainRows } from '../../electron/store/database.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { openTestExporter } from '../helpers/exporter.ts';
import { addPerson, knownOf, setUpShop } from '../helpers/fullShop.ts';
import { openTestImporter } from '../helpers/importer.ts';
import { facts, person } from '../helpers/people.ts';

/** What a card for phones can hold, as the tables have it. */
const onCards = `SELECT number, name, gender, occupation, address, region, note,
    (SELECT json_group_array(json_array(type, value)) FROM (SELECT type, value FROM contact_methods WHERE customer_id = customers.id
      AND type IN ('mobile', 'landline', 'email', 'wechat', 'qq') ORDER BY type, value)) AS contacts,
    (SELECT json_array(calendar, year, month, day, is_leap_month) FROM important_dates
      WHERE customer_id = customers.id AND kind = 'birthday') AS birthday
  FROM customers ORDER BY number`;

law.prop([fc.array(person, { minLength: 1, maxLength: 4 }), fc.constantFrom('3.0' as const, '4.0' as const)], {
  numRuns: 25,
  interruptAfterTimeLimit: 60_000,
})('S7, R201: cards for phones bring back whatever a card can hold', async (people, vcardVersion) => {
  const [from, to] = [openTestExporter(), openTestImporter()];
  try {
    for (const input of people) from.add(input);
    const { file, path } = from.tokenFor('people.vcf');
    await from.customers({ file, format: 'vcf', vcardVersion });
    const result = await to.run(to.write('people.vcf', readFileSync(path)), { form: 'customers' });
    expect(result).toMatchObject({ added: people.length, rejected: 0 });
    expect(plainRows(to.store.database, onCards)).toEqual(plainRows(from.store.database, onCards));
  } finally {
    from.close();
    to.close();
  }
});

const everybody = fc.array(fc.tuple(person, facts), { minLength: 1, maxLength: 3 });
const format = fc.constantFrom('csv' as const, 'xlsx' as const);
const selection = { filter: { inactive: 'also' as const }, exceptIds: [] };
const language = fc.constantFrom('zh-CN' as const, 'en' as const);

law.prop([everybody, format, language], { numRuns: 15, interruptAfterTimeLimit: 60_000 })(
  'S7, R189, R201: a file of customers with all their facts brings the same customers into an empty shop',
  async (people, asFormat, inLanguage) => {
    const [from, to] = [openTestExporter(), openTestImporter()];
    try {
      const setup = setUpShop(from.store);
      setUpShop(to.store);
      const ids: CustomerId[] = [];
      for (const [input, known] of people) ids.push(addPerson(from.store, setup, input, known, ids));
      const { file, path } = from.tokenFor(`people.${asFormat}`);
      await from.customers({ file, format: asFormat, ownFields: true, language: inLanguage, selection });
      const token = to.write(`people.${asFormat}`, readFileSync(path));
      const result = await to.run(token, { form: 'customers' });
      expect(result.rejectedRows).toEqual([]);
      expect(result).toMatchObject({ added: people.length, isOwnForm: true, unknownStaff: [], unknownReferrers: [] });
      expect(knownOf(to.store)).toEqual(knownOf(from.store));
      // Coming again it says nothing new, and taken back it leaves nothing behind.
      expect(await to.run(token, { form: 'customers', again: true })).toMatchObject({ added: 0, updated: 0 });
      expect(await to.undo(result.importId)).toMatchObject({ customersRemoved: people.length, customersKept: 0, valuesKept: 0 });
      expect(Object.values(knownOf(to.store)).flat()).toEqual([]);
    } finally {
      from.close();
      to.close();
    }
  },
);
