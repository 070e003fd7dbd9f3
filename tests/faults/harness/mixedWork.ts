import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainRows } from '../../../electron/store/database.ts';
import type { StoreDatabase } from '../../../electron/store/database.ts';
import type { OperationDescription } from '../../../shared/contract.ts';
import { contract } from '../../../shared/contract.ts';
import type { Random } from '../../../shared/domain/demo/random.ts';
import { everyOperation, payloadsFor } from '../../contract/support/payloads.ts';
import { idsOfStore } from './ids.ts';

/** One thing to ask of the gate; `paths` are fields whose token stands for a path. */
export interface Step {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly paths?: Readonly<Record<string, string>>;
}

/** Making the demo shop is long by design; keys, windows and the lock of a seat have tests of their own. */
const isLeftOut = ({ name, kind }: OperationDescription): boolean =>
  kind === 'shell' || kind === 'gate' || name === 'settings.createDemo' || name.startsWith('vault.');

/** Writes many times as often as reads. */
const weightOf = ({ kind }: OperationDescription): number => (kind === 'command' ? 6 : 1);

const drawn: readonly (readonly [OperationDescription, number])[] = everyOperation
  .filter((operation) => !isLeftOut(operation))
  .map((operation) => [operation, weightOf(operation)] as const);

const everybody = contract.bulkEdits.apply.input.shape.selection.options[1].shape.filter.parse({});

export interface Places {
  /** Where lists to import are put; not among the files that are watched. */
  readonly lists: string;
  readonly backups: string;
}

let lists = 0;
const listOf = (random: Random, { lists: folder }: Places): string => {
  lists += 1;
  const path = join(folder, `list-${process.pid}-${lists}.csv`);
  const rows = Array.from({ length: random.whole(1, 30) }, () => `客${random.whole(1, 1e6)},139${random.whole(1e7, 9e7)}`);
  writeFileSync(path, ['姓名,手机', ...rows].join('\r\n'));
  return path;
};

/** What a desk does next: by hand what every shop does all day, and by chance whatever the contract lists. */
export const nextStep = (random: Random, database: StoreDatabase, places: Places): Step => {
  const people = plainRows<{ id: string }>(
    database,
    'SELECT id FROM customers WHERE removed_at IS NULL ORDER BY id DESC LIMIT 20',
  ).map(({ id }) => id);
  const [one, other] = people;
  if (one === undefined || other === undefined || people.length < 6)
    return { name: 'customers.create', input: { name: `顾客${random.whole(1, 1e6)}` } };
  const customerId = random.pick(people);
  const steps: readonly (readonly [() => Step, number])[] = [
    [
      () => {
        const line = { name: '剪发', quantity: 1000, unitPriceCents: random.whole(0, 90_000) };
        return { name: 'visits.record', input: { customerId, lines: Array.from({ length: random.whole(0, 4) }, () => line) } };
      },
      30,
    ],
    [() => ({ name: 'loyalty.adjust', input: { customerId, points: random.whole(1, 90), reason: '测试' } }), 8],
    [() => ({ name: 'loyalty.redeem', input: { customerId, points: random.whole(1, 40), reason: '测试' } }), 4],
    [() => ({ name: 'customers.create', input: { name: `顾客${random.whole(1, 1e6)}` } }), 6],
    [() => ({ name: 'staff.create', input: { name: `小${random.whole(1, 1e6)}` } }), 1],
    [() => ({ name: 'merges.merge', input: { survivorId: one, otherId: other } }), 2],
    [
      () => ({
        name: 'bulkEdits.apply',
        input: { selection: { filter: everybody }, action: { kind: 'set_region', region: `城${random.whole(1, 99)}` } },
      }),
      2,
    ],
    [() => ({ name: 'imports.run', input: { form: 'customers' }, paths: { file: listOf(random, places) } }), 2],
    [() => ({ name: 'backups.create', input: {}, paths: { folder: places.backups } }), 2],
    [() => ({ name: 'engine.refresh', input: { force: random.chance(0.3) } }), 2],
    [() => ({ name: 'checkpoint', input: {} }), 3],
    [
      () => {
        const operation = random.weighted(drawn);
        const counts = { shaped: 1, almost: 0, junk: 0 };
        const [payload] = payloadsFor(operation, idsOfStore(database), random.whole(1, 1e9), counts);
        const input = payload?.input;
        return { name: operation.name, input: typeof input === 'object' && input !== null ? { ...input } : {} };
      },
      50,
    ],
  ];
  return random.weighted(steps)();
};
