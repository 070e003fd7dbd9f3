import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../../../../shared/contract.ts';
import { makeRandom } from '../../../../shared/domain/demo/random.ts';
import { openGateHere } from '../gateHere.ts';
import { makeOldStore } from '../oldStore.ts';
import { openRow } from '../scenario.ts';
import type { Conditions, Row, Scenario } from '../scenario.ts';

const BLOCK = 4096;

/** One flipped bit in each 4 KiB block of a backup; through the gate, whatever the backup's format is. */
const flipped = async ({ seed, isFull, folder }: Conditions, isEncrypted: boolean): Promise<Row> => {
  const row = openRow(isEncrypted ? 'of an encrypted shop' : 'of a shop in the clear');
  const home = join(folder, isEncrypted ? 'encrypted' : 'plain');
  const stick = join(home, 'stick');
  mkdirSync(stick, { recursive: true });
  const storePath = join(home, 'shop.regulars');
  makeOldStore(storePath, Number.MAX_SAFE_INTEGER);
  const gate = await openGateHere(storePath);
  try {
    if (isEncrypted) await gate.ask({ name: 'vault.encrypt', input: {} });
    const made = await gate.ask({ name: 'backups.create', input: {}, paths: { folder: stick } });
    if (!made.ok) throw new Error(`no backup: ${made.error.code}`);
    const { file } = contract.backups.create.output.parse(made.value);
    const sound = readFileSync(file);
    const isFound = async (): Promise<boolean> => {
      const verified = await gate.ask({ name: 'backups.verify', input: {}, paths: { file } });
      return !verified.ok || !contract.backups.verify.output.parse(verified.value).ok;
    };
    if (await isFound()) row.round('the sound backup', ['it is called damaged']);
    const random = makeRandom(seed, 4);
    const blocks = Math.ceil(sound.length / BLOCK);
    for (let block = 0; block < blocks; block += isFull ? 1 : Math.max(1, Math.floor(blocks / 12))) {
      const offset = Math.min(sound.length - 1, block * BLOCK + random.whole(0, BLOCK - 1));
      const bit = random.whole(0, 7);
      const damaged = Buffer.from(sound);
      damaged[offset] = (damaged[offset] ?? 0) ^ (1 << bit);
      writeFileSync(file, damaged);
      row.round(`byte ${offset}, bit ${bit}`, (await isFound()) ? [] : ['not found']);
    }
    writeFileSync(file, sound);
    if (await isFound()) row.round('the sound backup, again', ['it is called damaged']);
    const again = await gate.ask({ name: 'backups.create', input: {}, paths: { folder: stick } });
    const isKept = readdirSync(stick).length > 1 && readFileSync(file).equals(sound);
    row.round('another backup', again.ok && isKept ? [] : ['the last good backup was overwritten']);
    return row.row([`${blocks} blocks`]);
  } finally {
    await gate.close();
  }
};

export const backupFlips: Scenario = {
  name: 'backups',
  says: 'R4 one flipped bit in any 4 KiB block of a backup is found; the last good backup is never overwritten',
  run: async (conditions) => [await flipped(conditions, false), await flipped(conditions, true)],
};
