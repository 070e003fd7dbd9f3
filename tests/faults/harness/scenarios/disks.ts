import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { makeRandom } from '../../../../shared/domain/demo/random.ts';
import { mountSmallDisk, whyNoSmallDisks } from '../../support/mounts.ts';
import { openGateHere } from '../gateHere.ts';
import { makeOldStore } from '../oldStore.ts';
import { openRow, skippedRow } from '../scenario.ts';
import type { Conditions, Row, Scenario } from '../scenario.ts';
import { findStore } from '../state.ts';

const ROOMY_KIBIBYTES = 32_768;
const person = '00000000-0000-7000-8001-000000000001';
const visit = {
  name: 'visits.record',
  input: { customerId: person, lines: [{ name: '剪发', quantity: 1000, unitPriceCents: 8800 }] },
};

/** The shop's own disk runs full at one point or another of a day's work. */
const fillUp = async ({ seed, isFull, say }: Conditions): Promise<Row> => {
  const row = openRow('the disk of the shop runs full');
  for (let round = 0; round < (isFull ? 100 : 4); round += 1) {
    const random = makeRandom(seed, 7, round);
    const disk = mountSmallDisk(ROOMY_KIBIBYTES);
    const problems: string[] = [];
    let isFullAtOnce = false;
    try {
      const storePath = join(disk.folder, 'shop.regulars');
      makeOldStore(storePath, Number.MAX_SAFE_INTEGER);
      const gate = await openGateHere(storePath);
      let saved = 0;
      const ask = async (step: Parameters<typeof gate.ask>[0]): Promise<boolean> => {
        const answer = await gate.ask(step);
        if (!answer.ok && answer.error.code !== 'disk_full') problems.push(`${step.name} answers ${answer.error.code}`);
        return answer.ok;
      };
      for (let step = random.whole(0, 10); step > 0; step -= 1) if (await ask(visit)) saved += 1;
      // So much more fits from here on.
      disk.resize(Math.ceil(usedKibibytes(disk.folder)) + random.whole(0, 600));
      for (let step = 0; step < 60; step += 1) {
        if (await ask(visit)) saved += 1;
        else isFullAtOnce = true;
        if (random.chance(0.1)) await ask({ name: 'backups.create', input: {}, paths: { folder: disk.folder } });
        if (random.chance(0.05)) await ask({ name: 'engine.refresh', input: { force: true } });
      }
      disk.resize(ROOMY_KIBIBYTES);
      if (await ask(visit)) saved += 1;
      else problems.push('with room again it still does not save');
      await gate.close();
      const { state, problems: found } = await findStore(storePath);
      problems.push(...found);
      const visits = state?.counts[1] ?? -1;
      if (visits !== saved + 40) problems.push(`${saved} visits were acknowledged, ${visits - 40} are there`);
    } finally {
      disk.remove();
    }
    row.round(`round ${round} (--seed ${seed})`, problems, isFullAtOnce ? 'full on the way' : 'just enough room');
    if (round % 25 === 24) say(`full disks: ${round + 1}`);
  }
  return row.row();
};

const usedKibibytes = (folder: string): number => {
  const { blocks, bfree, bsize } = statfsSync(folder);
  return ((blocks - bfree) * bsize) / 1024;
};

export const disks: Scenario = {
  name: 'disks',
  says: 'R2 the disk runs full at any point of the work: refused as disk_full, nothing acknowledged is lost, goes on with room again',
  run: async (conditions) => [
    whyNoSmallDisks === null ? await fillUp(conditions) : skippedRow('the disk of the shop runs full', whyNoSmallDisks),
  ],
};
