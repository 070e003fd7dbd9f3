import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../../../../shared/contract.ts';
import type { Envelope } from '../../../../shared/errors.ts';
import { makeRandom } from '../../../../shared/domain/demo/random.ts';
import type { Random } from '../../../../shared/domain/demo/random.ts';
import { closeStore, openStore } from '../../../../electron/store/open.ts';
import { openGateHere } from '../gateHere.ts';
import { makeOldStore } from '../oldStore.ts';
import { openRow } from '../scenario.ts';
import type { Conditions, Row, Scenario } from '../scenario.ts';
import { keyOf, readState } from '../state.ts';

const BLOCK = 4096;
const person = '00000000-0000-7000-8001-000000000001';
const sides = ['', '-wal', '.keys'] as const;

/** A shop cut off in the middle of its day: the store, its log, and the state after each of its last writes. */
const makeShop = async (home: string, isEncrypted: boolean): Promise<readonly string[]> => {
  const storePath = join(home, 'live', 'shop.regulars');
  mkdirSync(join(home, 'live'), { recursive: true });
  makeOldStore(storePath, Number.MAX_SAFE_INTEGER);
  const gate = await openGateHere(storePath);
  if (isEncrypted) await gate.ask({ name: 'vault.encrypt', input: {} });
  const hashes: string[] = [];
  const look = async (): Promise<void> => {
    const database = openStore(storePath, { isReadonly: true, key: await keyOf(storePath) });
    hashes.push(readState(database).hash);
    closeStore(database);
  };
  await look();
  for (let step = 0; step < 8; step += 1) {
    await gate.ask({ name: 'visits.record', input: { customerId: person, lines: [] } });
    await look();
  }
  mkdirSync(join(home, 'base'));
  for (const side of sides)
    if (existsSync(`${storePath}${side}`)) cpSync(`${storePath}${side}`, join(home, 'base', `shop.regulars${side}`));
  await gate.close();
  return hashes;
};

/** Flips a bit, zeroes up to a block, or cuts the end off; says what it did. */
const damage = (path: string, random: Random): string => {
  const bytes = readFileSync(path);
  const at = random.whole(0, bytes.length - 1);
  switch (random.whole(0, 2)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.whole(0, 7));
      writeFileSync(path, bytes);
      return `a bit of byte ${at} flipped`;
    case 1:
      writeFileSync(path, bytes.fill(0, at, Math.min(bytes.length, at + random.whole(1, BLOCK))));
      return `zeroed from byte ${at}`;
    default:
      truncateSync(path, at);
      return `cut at byte ${at}`;
  }
};

type Verdict = 'fine' | 'asked at the start' | 'asked on a look' | 'an earlier moment' | 'a changed value nobody can see';

const judge = async (storePath: string, hashes: readonly string[]): Promise<{ verdict: Verdict; problems: string[] }> => {
  const problems: string[] = [];
  const bad = (name: string, code: string): void => {
    if (code === 'internal' || code === 'store_restarted') problems.push(`${name} answers ${code}`);
  };
  const gate = await openGateHere(storePath);
  try {
    const state = gate.state();
    if (!state.ok) {
      bad('the start', state.error.code);
      return { verdict: 'asked at the start', problems };
    }
    let isSeen = false;
    for (const name of ['customers.list', 'callbacks.today', 'segments.overview', 'visits.record']) {
      const input = name === 'visits.record' ? { customerId: person, lines: [] } : {};
      const answer: Envelope<unknown> = await gate.ask({ name, input });
      if (!answer.ok) {
        bad(name, answer.error.code);
        isSeen ||= answer.error.code.startsWith('db_');
      }
      if (name === 'segments.overview' && !isSeen) {
        const verified = await gate.ask({ name: 'backups.verify', input: {}, paths: { file: storePath } });
        if (!verified.ok) bad('backups.verify', verified.error.code);
        isSeen = !verified.ok || !contract.backups.verify.output.parse(verified.value).ok;
        if (!isSeen) {
          const database = openStore(storePath, { isReadonly: true, key: await keyOf(storePath) });
          const { hash } = readState(database);
          closeStore(database);
          const at = hashes.indexOf(hash);
          const verdict = at === hashes.length - 1 ? 'fine' : at >= 0 ? 'an earlier moment' : 'a changed value nobody can see';
          return { verdict, problems };
        }
      }
    }
    return { verdict: 'asked on a look', problems };
  } finally {
    await gate.close();
  }
};

const damaged = async ({ seed, isFull, folder, isMine, say }: Conditions, isEncrypted: boolean): Promise<Row> => {
  const row = openRow(isEncrypted ? 'an encrypted store and its log' : 'a store in the clear and its log');
  const home = join(folder, isEncrypted ? 'encrypted' : 'plain');
  const hashes = await makeShop(home, isEncrypted);
  for (let round = 0; round < (isFull ? 250 : 6); round += 1) {
    if (!isMine(round)) continue;
    const random = makeRandom(seed, 3, round, isEncrypted ? 1 : 0);
    const target = join(home, 'now');
    cpSync(join(home, 'base'), target, { recursive: true });
    const storePath = join(target, 'shop.regulars');
    const side = random.weighted([
      ['', 3],
      ['-wal', 2],
    ] as const);
    const what = damage(`${storePath}${side}`, random);
    const [before, wal] = [readFileSync(storePath), readFileSync(`${storePath}-wal`)];
    const { verdict, problems } = await judge(storePath, hashes);
    if (verdict === 'asked at the start') {
      if (!readFileSync(storePath).equals(before)) problems.push('the damaged file was changed');
      if (existsSync(`${storePath}-wal`) && !readFileSync(`${storePath}-wal`).equals(wal)) problems.push('its log was changed');
      const again = await judge(storePath, hashes);
      if (again.verdict !== verdict) problems.push(`the second start says: ${again.verdict}`);
    }
    // A page of an encrypted store carries a seal: nothing in it may change unseen. One in the clear has none.
    if (isEncrypted && verdict === 'a changed value nobody can see') problems.push('read as if nothing had happened');
    row.round(`round ${round}, ${side === '' ? 'store' : 'log'}: ${what} (--seed ${seed})`, problems, verdict);
    rmSync(target, { recursive: true, force: true });
    if (round % 50 === 49) say(`damage: ${round + 1}`);
  }
  return row.row();
};

export const flips: Scenario = {
  name: 'flips',
  isDealt: true,
  says: 'R3 flipped, zeroed, truncated bytes in store and log: refused or fine, the file kept, the next start says the same',
  run: async (conditions) => [await damaged(conditions, false), await damaged(conditions, true)],
};
