import { writeFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { makeDemoPerson } from '../../shared/domain/demo/person.ts';
import { demoProducts } from '../../shared/domain/demo/products.ts';
import { makeRandom } from '../../shared/domain/demo/random.ts';
import { addDays } from '../../shared/types/time.ts';
import { openBenchGate } from './gate.ts';
import type { Measure } from './measure.ts';
import { BENCH_TODAY } from './shop.ts';
import { timed, timedSync } from './statistics.ts';
import { runSqlite, sqliteCommand } from './tools.ts';

const HEADER = '会员编号,姓名,手机号,消费日期,商品名称,数量,实收金额,备注';
const PURCHASES_A_PERSON = 8;

/** A purchase log as another program would export it. */
const purchaseLog = (rows: number): string => {
  const random = makeRandom(8);
  const options = { customers: rows, seed: 8, today: BENCH_TODAY, years: 5 };
  const people = Array.from({ length: Math.ceil(rows / PURCHASES_A_PERSON) }, (_, index) => makeDemoPerson(options, index));
  const lines = Array.from({ length: rows }, () => {
    const person = random.pick(people);
    const product = random.pick(demoProducts);
    const on = addDays(BENCH_TODAY, -random.whole(0, 1800));
    return `M${person.index + 1},${person.name},${person.phone},${on},${product.name},1,${(product.priceCents / 100).toFixed(2)},`;
  });
  return `${[HEADER, ...lines].join('\n')}\n`;
};

const importWithSqlite = (path: string, file: string): void => {
  const columns = HEADER.split(',')
    .map((name) => `"${name}" TEXT`)
    .join(', ');
  runSqlite(
    path,
    `PRAGMA journal_mode = WAL;\nPRAGMA synchronous = FULL;\nCREATE TABLE log (${columns});\n.mode csv\n.import --skip 1 "${file}" log\n`,
  );
};

/** Where there is no sqlite3 command: lines cut at the comma into one prepared statement. */
const importWithStatement = (path: string, text: string): void => {
  const connection = new BetterSqlite3(path);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.exec(
    `CREATE TABLE log (${HEADER.split(',')
      .map((name) => `"${name}" TEXT`)
      .join(', ')})`,
  );
  const insert = connection.prepare(`INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  connection.transaction(() => {
    for (const line of text.split('\n').slice(1)) if (line !== '') insert.run(...line.split(','));
  })();
  connection.close();
};

/** P4: a purchase log of as many rows as the shop has customers, previewed and committed into a new store. */
export const measureImports: Measure = async (bench) => {
  const rows = bench.shop.size;
  const text = purchaseLog(rows);
  const file = bench.scratchPath('purchases.csv');
  writeFileSync(file, text);
  const [preview, run, both, control]: [number[], number[], number[], number[]] = [[], [], [], []];
  let counts = '';
  for (let round = 0; round < (rows >= 100_000 ? 3 : 5); round += 1) {
    const gate = await openBenchGate(bench.scratchPath(`import-${round}.db`), BENCH_TODAY);
    const input = { file: gate.token(file), form: 'purchases' } as const;
    const previewed = await timed(() => gate.call('imports.preview', input));
    const committed = await timed(async () => {
      const made: unknown = await gate.call('imports.run', input);
      if (typeof made === 'object' && made !== null && 'visits' in made && 'rejected' in made)
        counts = `${String(made.visits)} visits, ${String(made.rejected)} refused`;
    });
    await gate.close();
    preview.push(previewed);
    run.push(committed);
    both.push(previewed + committed);
    const plain = bench.scratchPath(`plain-${round}.db`);
    control.push(
      timedSync(() => {
        if (sqliteCommand === null) importWithStatement(plain, text);
        else importWithSqlite(plain, file);
      }),
    );
  }
  const controlIs = sqliteCommand === null ? 'one prepared INSERT' : `sqlite3 ${sqliteCommand} .import`;
  const shared = { control, controlIs, statistic: 'median' } as const;
  return [
    {
      id: 'P4',
      what: `import ${rows.toLocaleString('en')} rows: preview + commit`,
      ours: both,
      ...shared,
      goal: { ratio: 3 },
      note: counts,
    },
    { id: 'P4 preview', what: 'of these: preview', ours: preview, ...shared, goal: null, note: '' },
    { id: 'P4 commit', what: 'of these: commit', ours: run, ...shared, goal: null, note: '' },
  ];
};
