import { plainRows, plainRun } from './database.ts';
import type { StoreDatabase } from './database.ts';

// Texts that name a person outside the rows that belong to them: refused rows of an import, names of files, filters, notes to a colleague.

/** By what a person can be recognised in a text. */
export interface PersonalMarks {
  /** Numbers, accounts, card and plate: nobody else's. */
  readonly marks: readonly string[];
  /** Names, which others may have too. */
  readonly names: readonly string[];
}

/** Shorter ones would meet by chance. */
const SHORTEST_MARK = 5;
const SHORTEST_NAME = 2;

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

export const readPersonalMarks = (database: StoreDatabase, customerIds: readonly string[]): PersonalMarks => {
  const values = { ids: JSON.stringify(customerIds) };
  const all = (text: string): string[] => plainRows<{ text: string }>(database, text, values).map((row) => row.text);
  const of = '(SELECT value FROM json_each(@ids))';
  const contacts = all(
    `SELECT value AS text FROM contact_methods WHERE customer_id IN ${of}
     UNION SELECT e164 FROM contact_methods WHERE customer_id IN ${of} AND e164 IS NOT NULL`,
  );
  const others = all(`SELECT card_no AS text FROM customers WHERE id IN ${of} AND card_no IS NOT NULL
     UNION SELECT plate FROM things WHERE customer_id IN ${of} AND plate IS NOT NULL`);
  // A number is written with and without its country, its spaces and its hyphens.
  const numbers = contacts.map(digitsOf).filter((digits) => digits.length >= 7);
  const marks = [...contacts, ...others, ...numbers, ...numbers.map((digits) => digits.replace(/^86(?=1\d{10}$)/, ''))];
  return {
    marks: [...new Set(marks)].filter((text) => text.length >= SHORTEST_MARK),
    names: [...new Set(all(`SELECT name AS text FROM customers WHERE id IN ${of}`))].filter(
      (text) => text.length >= SHORTEST_NAME,
    ),
  };
};

/** What stands for a blotted out text. */
export const BLOT = '…';

const blotOut = (database: StoreDatabase, table: string, column: string, mark: string, where = ''): void => {
  plainRun(
    database,
    `UPDATE "${table}" SET "${column}" = replace("${column}", @mark, '${BLOT}') WHERE instr("${column}", @mark) > 0 ${where}`,
    { mark },
  );
};

/**
 * Takes a person out of texts that belong to nobody or to somebody else. Refused rows that hold one of their numbers, or a cell that is
 * just their name, lose their cells. Call it before the person's own rows go, inside their transaction.
 */
export const forgetPersonalMarks = (
  database: StoreDatabase,
  customerIds: readonly string[],
  { marks, names }: PersonalMarks,
): void => {
  const values = { marks: JSON.stringify(marks), names: JSON.stringify(names) };
  // A number stands with any spaces and hyphens in it.
  const holds = (column: string): string =>
    `EXISTS (SELECT 1 FROM json_each(@marks) AS mark
       WHERE instr(${column}, mark.value) > 0 OR instr(replace(replace(${column}, ' ', ''), '-', ''), mark.value) > 0)`;
  plainRun(
    database,
    `UPDATE import_rejected_rows SET value = '', cells = '[]' WHERE ${holds('cells')} OR ${holds('value')}
       OR value IN (SELECT value FROM json_each(@names))
       OR EXISTS (SELECT 1 FROM json_each(cells) AS cell WHERE cell.value IN (SELECT value FROM json_each(@names)))`,
    values,
  );
  // What somebody typed on the facing window and nobody took over.
  plainRun(
    database,
    `DELETE FROM intakes WHERE customer_id IS NULL AND id IN
       (SELECT intake_id FROM profile_proposals WHERE customer_id IS NULL AND ${holds('details')})`,
    { marks: values.marks },
  );
  // A booking under a name alone, taken before there was a card or without looking for it; the place in the diary stays taken.
  for (const table of ['appointments', 'queue_entries', 'waitlist_entries'])
    plainRun(
      database,
      `UPDATE ${table} SET name = '${BLOT}', contact = NULL${table === 'queue_entries' ? '' : ', note = NULL'}
       WHERE customer_id IS NULL AND (${holds('name')} OR ${holds('contact')}
         OR name IN (SELECT value FROM json_each(@names)))`,
      values,
    );
  plainRun(
    database,
    `UPDATE appointment_events SET before = NULL, after = NULL
     WHERE ${holds('before')} OR ${holds('after')} OR appointment_id IN (SELECT id FROM appointments WHERE name = '${BLOT}')`,
    { marks: values.marks },
  );
  plainRun(
    database,
    `UPDATE customer_views SET filter = json_remove(filter, '$.text')
     WHERE EXISTS (SELECT 1 FROM json_each(json_array(json(@marks), json(@names))) AS kind, json_each(kind.value) AS mark
       WHERE instr(json_extract(filter, '$.text'), mark.value) > 0)`,
    values,
  );
  for (const mark of [...marks, ...names]) {
    blotOut(database, 'imports', 'file_name', mark);
    blotOut(database, 'exports', 'file_name', mark);
  }
  for (const mark of marks) blotOut(database, 'handovers', 'note', mark);
  const ids = JSON.stringify(customerIds);
  for (const mark of names)
    plainRun(
      database,
      `UPDATE handovers SET note = replace(note, @mark, '${BLOT}') WHERE instr(note, @mark) > 0 AND id IN
         (SELECT handover_id FROM handover_customers WHERE customer_id IN (SELECT value FROM json_each(@ids)))`,
      { mark, ids },
    );
};
