import { performance } from 'node:perf_hooks';
import { openAttempts } from '../../../electron/gate/attempts.ts';
import { programSession } from '../../../electron/gate/session.ts';
import { startStoreHost } from '../../../electron/gate/storeHost.ts';
import { unwrap } from '../../../shared/errors.ts';
import { staffId } from '../../../shared/types/ids.ts';
import { workers } from '../../helpers/workers.ts';

// A program that tries wrong PINs of many people, each as often as told, with the store's own writer. Begins when its parent says so.

const [storePath, ids, times] = process.argv.slice(2);
if (storePath === undefined || ids === undefined) throw new Error('no store or nobody named');

const host = await startStoreHost({
  storePath,
  storeKey: null,
  today: null,
  workers,
  log: { warn: () => undefined, error: (text) => process.stderr.write(`${text}\n`) },
  onEvent: () => undefined,
});
const attempts = openAttempts(
  storePath,
  () => performance.now(),
  async (before, next) => unwrap(await host.askInternal('staff.exchangeAttempts', { before, next }, programSession)) === true,
);

process.once('message', () => {
  void (async () => {
    for (let time = 0; time < Number(times); time += 1) for (const id of ids.split(',')) await attempts.begin(staffId(id));
    await host.close();
    process.send?.('done');
    process.disconnect();
  })();
});
process.send?.('ready');
