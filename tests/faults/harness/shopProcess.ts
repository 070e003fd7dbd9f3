import { appendFileSync, mkdirSync } from 'node:fs';
import { openGate } from '../../../electron/gate/gate.ts';
import type { Gate } from '../../../electron/gate/gate.ts';
import { ownerSession } from '../../../electron/gate/session.ts';
import { plainRows } from '../../../electron/store/database.ts';
import type { StoreDatabase } from '../../../electron/store/database.ts';
import { closeStore, openStore } from '../../../electron/store/open.ts';
import { contract } from '../../../shared/contract.ts';
import { makeRandom } from '../../../shared/domain/demo/random.ts';
import type { Envelope } from '../../../shared/errors.ts';
import { localDate } from '../../../shared/types/time.ts';
import { workers } from '../../helpers/workers.ts';
import { sha256Of } from './marks.ts';
import type { Mark } from './marks.ts';
import { nextStep } from './mixedWork.ts';
import type { Step } from './mixedWork.ts';
import { BEGUN } from './shopLink.ts';
import type { FromShop, ShopSetup, ToShop } from './shopLink.ts';
import { keyOf, keyring, readState } from './state.ts';

// A whole shop without a window, in a process of its own that can be killed in the middle of anything.

const say = (message: FromShop): void => {
  process.send?.(message);
};

const open = ({ storePath, today, isUnsynced }: ShopSetup): Promise<Gate> =>
  openGate({
    storePath,
    today: today === null ? null : localDate(today),
    keyring,
    workers: isUnsynced ? { ...workers, store: new URL('unsyncedStore.ts', import.meta.url) } : workers,
    log: { warn: () => undefined, error: (text) => process.stderr.write(`${text}\n`) },
  });

const checkpoint = (database: StoreDatabase): Envelope<unknown> => {
  plainRows(database, 'PRAGMA wal_checkpoint(TRUNCATE)');
  return { ok: true, value: null };
};

const ask = async (gate: Gate, { name, input, paths = {} }: Step): Promise<Envelope<unknown>> => {
  const tokens = Object.entries(paths).map(([field, path]) => [field, gate.tokens.issue(path).token] as const);
  return gate.call(name, { ...input, ...Object.fromEntries(tokens) }, ownerSession);
};

/** These put another file in the store's place. */
const swaps: ReadonlySet<string> = new Set(['backups.restore', 'vault.encrypt']);

/** Works on by itself until it is killed or the steps are done, and writes down what it was told. */
const work = async (gate: Gate, setup: ShopSetup): Promise<void> => {
  const { storePath, marks, places, seed, steps, script } = setup;
  const random = makeRandom(seed);
  mkdirSync(places.backups, { recursive: true });
  const mark = (one: Mark): void => {
    appendFileSync(marks, `${JSON.stringify(one)}\n`, { flush: false });
  };
  let rival = openStore(storePath, { key: await keyOf(storePath) });
  const look = () => {
    const { hash, counts } = readState(rival);
    return { hash, counts: [...counts] };
  };
  const begun = gate.state();
  if (!begun.ok) throw new Error(`the shop did not open: ${begun.error.code}`);
  mark({ kind: 'begun', ...look() });
  say({ id: BEGUN, value: null, problem: null });
  let backup: string | null = null;
  for (let number = 0; steps === null || number < steps; number += 1) {
    const scripted = script[String(number)];
    const step: Step = scripted === undefined ? nextStep(random, rival, places) : { name: scripted, input: {} };
    const whole: Step = step.name === 'backups.restore' && backup !== null ? { ...step, paths: { file: backup } } : step;
    mark({ kind: 'asked', name: step.name });
    // Nobody else may have the store open while it changes its file.
    if (swaps.has(step.name)) closeStore(rival);
    const envelope = step.name === 'checkpoint' ? checkpoint(rival) : await ask(gate, whole);
    if (swaps.has(step.name)) rival = openStore(storePath, { key: await keyOf(storePath) });
    const made = step.name === 'backups.create' && envelope.ok ? contract.backups.create.output.parse(envelope.value) : null;
    if (made) backup = made.file;
    mark({
      kind: 'answered',
      name: step.name,
      ok: envelope.ok,
      code: envelope.ok ? null : envelope.error.code,
      ...look(),
      backup: made && { file: made.file, sha256: sha256Of(made.file) },
    });
  }
  closeStore(rival);
};

let gate: Gate | null = null;

const answer = async (message: ToShop): Promise<unknown> => {
  switch (message.do) {
    case 'open':
      gate = await open(message.setup);
      return gate.state();
    case 'work':
      gate = await open(message.setup);
      await work(gate, message.setup);
      return null;
    case 'ask':
      if (!gate) throw new Error('no shop is open');
      return ask(gate, message.step);
    case 'close':
      await gate?.close();
      gate = null;
      return null;
  }
};

process.on('message', (message: ToShop) => {
  answer(message).then(
    (value) => {
      say({ id: message.id, value, problem: null });
    },
    (error: unknown) => {
      say({ id: message.id, value: null, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});
say({ id: 0, value: null, problem: null });
