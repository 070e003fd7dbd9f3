import { expect } from 'vitest';
import { plainRows, plainRun } from '../../electron/store/database.ts';
import type { StoreDatabase } from '../../electron/store/database.ts';
import { customerIdOf, fillDatabase } from '../faults/support/fill.ts';

/** To version 322: everybody stays as they were; what is signed from now on can be moved, voided and erased, and not changed. */
export const signedFormsStep = (database: () => StoreDatabase) => {
  const people = (): unknown[] => plainRows(database(), 'SELECT id, name, revision FROM customers ORDER BY id');
  let before: unknown[] = [];
  return {
    insertBefore: () => {
      fillDatabase(database());
      before = people();
    },
    expectAfter: () => {
      const store = database();
      expect(people()).toEqual(before);
      plainRun(
        store,
        `INSERT INTO form_templates (id, name, position, text, questions, version, created_at, changed_at)
         VALUES ('form', '同意书', 0, '我同意。', '[]', 1, 1, 1)`,
      );
      plainRun(
        store,
        `INSERT INTO signed_forms (id, customer_id, template_id, version, name, text, answers, way, signer, at, signed_on, created_at)
         VALUES ('one', @owner, 'form', 1, '同意书', '我同意。', '[]', 'typed', '王芳', 1, '2026-11-01', 1)`,
        { owner: customerIdOf(1) },
      );
      for (const change of [
        `text = '我不同意。'`,
        `answers = '[1]'`,
        `signer = '李强'`,
        `signed_on = '2026-01-01'`,
        `strokes = '[[1]]'`,
      ])
        expect(() => plainRun(store, `UPDATE signed_forms SET ${change}`), change).toThrow(/stays as it was signed/);
      plainRun(store, 'UPDATE signed_forms SET customer_id = @other, voided_at = 5', { other: customerIdOf(2) });
      expect(plainRows(store, 'SELECT customer_id, voided_at, text FROM signed_forms')).toEqual([
        { customer_id: customerIdOf(2), voided_at: 5, text: '我同意。' },
      ]);
      plainRun(store, 'DELETE FROM signed_forms');
      plainRun(store, 'DELETE FROM form_templates');
    },
  };
};
