import { fc, test as law } from '@fast-check/vitest';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { customersHandlers } from '../../electron/handlers/customers.ts';
import { finishInterruptedImports } from '../../electron/handlers/imports/undo.ts';
import { importsHandlers } from '../../electron/handlers/imports.ts';
import { visitsHandlers } from '../../electron/handlers/visits.ts';
import { plainRows } from '../../electron/store/database.ts';
import { contract } from '../../shared/contract.ts';
import type { CallInput } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { item } from '../helpers/desk.ts';
import { dumpStore } from '../helpers/dump.ts';
import { openTestImporter } from '../helpers/importer.ts';
import type { TestImporter } from '../helpers/importer.ts';

let importer: TestImporter;
beforeEach(() => {
  importer = openTestImporter();
});
afterEach(() => {
  importer.close();
});

const customers = { form: 'customers' } as const;
const PEOPLE = 90;
const HEADER = '会员号,姓名,手机,卡号,积分,推荐人,标签';
/** Ninety people, so that they come in three parts at the least; each but the last was brought by the next one in the file. */
const everybody = (): string =>
  [
    HEADER,
    ...Array.from(
      { length: PEOPLE },
      (_, at) => `${100 + at},客人${at},138000${String(10_000 + at)},C${at},${at},${at + 1 < PEOPLE ? 101 + at : ''},喜欢:茶`,
    ),
  ].join('\n');
const write = () => importer.write('everybody.csv', everybody());

const count = (table: string): number =>
  plainRows<{ n: number }>(importer.store.database, `SELECT count(*) AS n FROM ${table}`)[0]?.n ?? -1;
const list = () => importsHandlers['imports.list'](importer.store.context, { offset: 0, limit: 10 }).rows;
const create = (input: CallInput<'customers.create'>) =>
  importer.store.command(() =>
    customersHandlers['customers.create'](importer.store.context, contract.customers.create.input.parse(input)),
  );
const visit = (customerId: CustomerId): void => {
  importer.store.command(() =>
    visitsHandlers['visits.record'](
      importer.store.context,
      contract.visits.record.input.parse({ customerId, lines: [item(1000)] }),
    ),
  );
};
const byNumber = (number: string) => customersHandlers['customers.findByNumber'](importer.store.context, { number });
/** All that an import may leave behind when it was not to be: nothing, but who is to be judged anew and that an import was tried. */
const facts = (): readonly string[] =>
  dumpStore(importer.store.database, {
    withoutTables: ['engine_runs', 'care_due', 'import_mappings'],
    withoutColumns: ['revision', 'changed_at'],
  });

/** Does the work once, after so many parts of that kind. */
const after = (name: string, parts: number, work: () => void): void => {
  let seen = 0;
  importer.onPart = (part) => {
    if (part !== name) return;
    seen += 1;
    if (seen === parts) work();
  };
};

describe('an import on its way in (R189)', () => {
  it('comes in several parts, each person whole, and says so until it stands', async () => {
    const states: string[] = [];
    importer.onPart = (name) => {
      if (name !== 'imports.takeOver') return;
      states.push(...list().map(({ state }) => state));
      expect(count('customers')).toBe(count('customer_summaries'));
      expect(count('customers')).toBe(count(`contact_methods WHERE type = 'mobile'`));
      expect(count('points_entries')).toBe(count('customers WHERE import_id IS NOT NULL AND number <> 100'));
    };
    const { importId } = await importer.run(write(), customers);
    expect(states.length).toBeGreaterThan(3);
    expect(new Set(states)).toEqual(new Set(['committing']));
    expect(list()).toMatchObject([{ id: importId, state: 'finished', undoneAt: null }]);
    expect(count('customers')).toBe(PEOPLE);
    // Those who were brought came before those who brought them.
    expect(count('customers WHERE referrer_id IS NOT NULL')).toBe(PEOPLE - 1);
  });
  it('cancelled in the middle leaves nothing behind, not even in the list', async () => {
    const before = facts();
    after('imports.takeOver', 2, () => {
      expect(count('customers')).toBeGreaterThan(0);
      importer.study.cancel();
    });
    await expect(importer.run(write(), customers)).rejects.toMatchObject({ code: 'cancelled' });
    expect(facts()).toEqual(before);
  });
  it('keeps what the desk did between two parts: whoever was served meanwhile stays, with that visit alone, when it is cancelled', async () => {
    after('imports.takeOver', 2, () => {
      visit(byNumber('100').id);
      importer.study.cancel();
    });
    await expect(importer.run(write(), customers)).rejects.toMatchObject({ code: 'cancelled' });
    expect(byNumber('100').summary).toMatchObject({ visitCount: 1, spendCents: 1000 });
    expect(count('visits')).toBe(1);
    expect(list()).toMatchObject([{ state: 'finished' }]);
    expect(list()[0]?.undoneAt).not.toBeNull();
    expect(plainRows(importer.store.database, 'PRAGMA foreign_key_check')).toEqual([]);
  });
  it('promises its numbers: whoever the desk writes down meanwhile gets another', async () => {
    let number = '';
    after('imports.takeOver', 1, () => {
      ({ number } = create({ name: '刚进门' }));
    });
    await importer.run(write(), customers);
    expect(Number(number)).toBeGreaterThanOrEqual(100 + PEOPLE);
    expect(count('customers')).toBe(PEOPLE + 1);
  });
  it('is taken back whole, and says so, when the desk has given one of its cards to somebody else', async () => {
    let id: CustomerId | null = null;
    after('imports.takeOver', 1, () => {
      id = create({ name: '刚进门', cardNo: `C${PEOPLE - 1}` }).customerId;
    });
    await expect(importer.run(write(), customers)).rejects.toMatchObject({
      code: 'conflict',
      details: { reason: 'store_changed' },
    });
    expect(plainRows(importer.store.database, 'SELECT id FROM customers')).toEqual([{ id }]);
    expect(list()).toEqual([]);
  });
});

describe('an import on its way out (R189)', () => {
  it('keeps whoever is served between two parts of the undo', async () => {
    const { importId } = await importer.run(write(), customers);
    after('imports.takeBack', 1, () => {
      expect(list()).toMatchObject([{ state: 'undoing' }]);
      // Nobody brought this one, so nobody else stays for their sake.
      visit(byNumber(String(100 + PEOPLE - 1)).id);
    });
    const { customersKept, customersRemoved } = await importer.undo(importId);
    expect(customersKept).toBe(1);
    expect(customersRemoved).toBe(PEOPLE - 1);
    expect(count('visits')).toBe(1);
  });
  it('waits until what came back of its sales is undone, and takes that along (R068)', async () => {
    const log = ['会员号,姓名,日期,商品,数量,金额', '100,王芳,2026-11-01,衬衫,2,200'].join('\n');
    const { importId } = await importer.run(importer.write('log.csv', log), { form: 'purchases' });
    const context = importer.store.context;
    const asked = <Name extends 'visits.returnLines' | 'visits.undo'>(name: Name, input: CallInput<Name>) =>
      importer.store.command(() =>
        name === 'visits.undo'
          ? visitsHandlers['visits.undo'](context, contract.visits.undo.input.parse(input))
          : visitsHandlers['visits.returnLines'](context, contract.visits.returnLines.input.parse(input)),
      );
    const ids = () => plainRows<{ id: string }>(importer.store.database, 'SELECT id FROM visits ORDER BY id').map(({ id }) => id);
    const [visitId = ''] = ids();
    const { lines } = visitsHandlers['visits.findById'](context, contract.visits.findById.input.parse({ visitId }));
    asked('visits.returnLines', { visitId, lines: [{ lineId: lines[0]?.id ?? '', quantity: 1000 }], reason: '尺码' });
    await expect(importer.undo(importId)).rejects.toMatchObject({ details: { reason: 'import_has_returns' } });
    expect(ids()).toHaveLength(2);
    asked('visits.undo', { visitId: ids().find((id) => id !== visitId) ?? '' });
    await importer.undo(importId);
    expect(ids()).toEqual([]);
    expect(plainRows(importer.store.database, 'PRAGMA foreign_key_check')).toEqual([]);
  });
  it('a circle of people who brought one another is left open where it would close, and they go together', async () => {
    const circle = [HEADER, '1,甲,13800000001,,,2,', '2,乙,13800000002,,,3,', '3,丙,13800000003,,,1,'].join('\n');
    const { importId } = await importer.run(importer.write('circle.csv', circle), customers);
    expect(count('customers WHERE referrer_id IS NOT NULL')).toBe(2);
    expect(await importer.undo(importId)).toMatchObject({ customersRemoved: 3, customersKept: 0 });
  });
});

describe('killed between any two parts (R1, R189)', () => {
  /** From here on the process is gone: nothing is written any more. */
  const killAfter = (parts: number): void => {
    let seen = 0;
    importer.onPart = () => {
      seen += 1;
      if (seen >= parts) throw new AppError('store_restarted');
    };
  };
  const rest = (all: readonly string[]) => all.filter((row) => !/^import(s|_rejected_rows) /.test(row));
  law.prop([fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), fc.boolean()], { numRuns: 12 })(
    'the next start takes back what came in, and ends an undo that had begun',
    async (partsIn, partsOut, isUpdate) => {
      const shop = openTestImporter();
      const outer = importer;
      importer = shop;
      try {
        if (isUpdate) create({ name: '客人3', phone: '13800010003', note: '旧' });
        const before = facts();
        killAfter(partsIn);
        const file = write();
        const ended = await shop.run(file, customers).then(
          () => true,
          () => false,
        );
        shop.onPart = null;
        finishInterruptedImports(shop.store.context);
        // The import itself stays in the list only where the kill fell between its last part and the answer.
        if (!ended) expect(rest(facts())).toEqual(rest(before));
        const { importId } = ended ? { importId: list()[0]?.id ?? null } : await shop.run(file, customers);
        expect(count('customers')).toBe(PEOPLE);
        killAfter(partsOut);
        const isBack = await shop.undo(importId).then(
          () => true,
          () => false,
        );
        shop.onPart = null;
        // An undo that has begun is ended; the kill may also have fallen between its last part and the answer.
        const isOver = isBack || list()[0]?.undoneAt !== null;
        expect(finishInterruptedImports(shop.store.context)).toBe(isOver ? 0 : 1);
        expect(rest(facts())).toEqual(rest(before));
      } finally {
        shop.close();
        importer = outer;
      }
    },
  );
});
