import { openGate } from '../../../electron/gate/gate.ts';
import { ownerSession } from '../../../electron/gate/session.ts';
import { workers } from '../../helpers/workers.ts';
import type { FromDesk, ToDesk } from './deskLink.ts';

// A whole desk in a process of its own, that a test can kill in the middle of anything. It answers only what the store has
// answered: what its parent has read is acknowledged.

const [storePath] = process.argv.slice(2);
if (storePath === undefined) throw new Error('no store named');

const say = (message: FromDesk): void => {
  process.send?.(message);
};
const report = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const gate = await openGate({
  storePath,
  workers,
  log: { warn: () => undefined, error: report },
});

process.on('message', ({ id, name, input }: ToDesk) => {
  void gate.call(name, input, ownerSession).then((envelope) => {
    say({ id, envelope });
  });
});
say({ id: 0, envelope: gate.state() });
