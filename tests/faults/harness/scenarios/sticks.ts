import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { contract } from '../../../../shared/contract.ts';
import { makeRandom } from '../../../../shared/domain/demo/random.ts';
import { openGateHere } from '../gateHere.ts';
import type { GateHere } from '../gateHere.ts';
import { sha256Of } from '../marks.ts';
import { makeOldStore } from '../oldStore.ts';
import { messageOf, openRow, skippedRow } from '../scenario.ts';
import type { Conditions, Row, Scenario } from '../scenario.ts';
import { findStore } from '../state.ts';
import { makeStick, stickKinds, whyNotMounted } from '../sticks.ts';
import type { Stick, StickKind } from '../sticks.ts';

/** FAT32 has a least size. */
const STICK_MEBIBYTES = 40;
const BLOCKER = 'holiday.mp4';
const refusals: ReadonlySet<string> = new Set([
  'disk_full',
  'disk_failing',
  'folder_missing',
  'folder_readonly',
  'backup_not_verified',
]);

type Backup = { readonly file: string; readonly sha256: string };

const backUp = async (gate: GateHere, stick: Stick): Promise<{ backup: Backup | null; code: string | null }> => {
  const answer = await gate.ask({ name: 'backups.create', input: {}, paths: { folder: stick.folder } });
  if (!answer.ok) return { backup: null, code: answer.error.code };
  const { file } = contract.backups.create.output.parse(answer.value);
  return { backup: { file, sha256: sha256Of(file) }, code: null };
};

const refusedWell = (what: string, code: string | null): string[] =>
  code === null || refusals.has(code) ? [] : [`${what}: the answer is ${code}`];

/** The backup is there to the byte, is called good, and a shop comes up from it. */
const problemsOf = async (gate: GateHere, { file, sha256 }: Backup, home: string, round: number): Promise<string[]> => {
  if (!existsSync(file)) return ['the earlier backup is gone'];
  if (sha256Of(file) !== sha256) return ['the earlier backup is not what it was'];
  const verified = await gate.ask({ name: 'backups.verify', input: {}, paths: { file } });
  if (!verified.ok || !contract.backups.verify.output.parse(verified.value).ok) return ['the earlier backup is not called good'];
  const other = join(home, `restored-${round}`);
  mkdirSync(other);
  const copy = join(other, basename(file));
  cpSync(file, copy);
  const shop = await openGateHere(join(other, 'shop.regulars'));
  const restored = await shop.ask({ name: 'backups.restore', input: {}, paths: { file: copy } });
  await shop.close();
  rmSync(other, { recursive: true, force: true });
  return restored.ok ? [] : [`the earlier backup does not restore: ${restored.error.code}`];
};

const live = async (gate: GateHere): Promise<string[]> => {
  const answer = await gate.ask({ name: 'customers.create', input: { name: '拔盘时来的客' } });
  return answer.ok ? [] : [`the live shop answers ${answer.error.code}`];
};

const rounds = async (kind: StickKind, { seed, isFull, folder }: Conditions): Promise<Row> => {
  const row = openRow(kind.name);
  const random = makeRandom(seed, kind.name.length, 5);
  const home = join(folder, kind.name);
  mkdirSync(home);
  const storePath = join(home, 'shop.regulars');
  makeOldStore(storePath, Number.MAX_SAFE_INTEGER);
  const gate = await openGateHere(storePath);
  const stick = makeStick(kind, home, STICK_MEBIBYTES);
  try {
    await stick.plugIn();
    const begun = performance.now();
    const first = await backUp(gate, stick);
    const took = performance.now() - begun;
    if (!first.backup) throw new Error(`no backup on a sound stick: ${first.code ?? ''}`);
    let good = first.backup;
    for (let round = 0; round < (isFull ? 40 : 3); round += 1) {
      const how = (['pulled out', 'full', 'read-only'] as const)[round % 3] ?? 'full';
      const problems: string[] = [];
      if (how === 'pulled out') {
        const writing = backUp(gate, stick);
        await wait(random.next() * took);
        await stick.pullOut();
        const { code } = await writing.catch((error: unknown) => ({ code: messageOf(error) }));
        // A file that the pulled-out stick can no longer show was still called good: then it counts when the stick is back.
        problems.push(...refusedWell(how, code === 'ENOTCONN' ? null : code), ...(await live(gate)));
        await stick.plugIn();
      } else if (how === 'full') {
        const { bavail, bsize } = statfsSync(stick.folder);
        writeFileSync(join(stick.folder, BLOCKER), Buffer.alloc(Math.max(0, bavail * bsize - random.whole(0, 700_000))));
        const { backup, code } = await backUp(gate, stick);
        problems.push(...refusedWell(how, code), ...(await live(gate)));
        if (!backup && code !== 'disk_full') problems.push(`a full stick answers ${code ?? ''}`);
        rmSync(join(stick.folder, BLOCKER));
      } else {
        await stick.eject();
        await stick.plugIn(true);
        const { backup, code } = await backUp(gate, stick);
        problems.push(...refusedWell(how, code), ...(await live(gate)));
        if (backup) problems.push('a locked stick was written to');
        await stick.eject();
        await stick.plugIn();
      }
      problems.push(...(await problemsOf(gate, good, home, round)));
      // It returns later, with whatever was left on it: the next backup is as good as any.
      const next = await backUp(gate, stick);
      if (!next.backup) problems.push(`afterwards no backup can be made: ${next.code ?? ''}`);
      else good = next.backup;
      row.round(`round ${round}, ${how}`, problems, how);
      for (const name of readdirSync(stick.folder))
        if (!basename(good.file).startsWith(name) && !name.startsWith(basename(good.file)))
          rmSync(join(stick.folder, name), { recursive: true, force: true });
    }
    await gate.close();
    const { problems } = await findStore(storePath);
    row.round('the live store at the end', problems);
    return row.row();
  } finally {
    await gate.close();
    await stick.eject();
  }
};

const run = async (conditions: Conditions): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (const kind of stickKinds) {
    const trial = join(conditions.folder, `${kind.name}-trial`);
    mkdirSync(trial);
    const lacks = await whyNotMounted(kind, trial, STICK_MEBIBYTES);
    rows.push(lacks === null ? await rounds(kind, conditions) : skippedRow(kind.name, lacks));
  }
  return rows;
};

export const sticks: Scenario = {
  name: 'sticks',
  says: 'R5 sticks pulled out in mid-write, full, locked, back later: the earlier backup restores, the live shop is untouched',
  run,
};
