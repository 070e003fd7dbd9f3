import { operations } from '../../shared/contract.ts';
import type { AppEvent, Topic } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { v7 } from 'uuid';
import type { ToWorker } from '../gate/protocol.ts';
import type { StoreContext } from '../handlers/context.ts';
import { internalHandlers, storeHandlers } from '../handlers/index.ts';
import { closeStore, openStore } from '../store/open.ts';
import { detachScratch } from '../store/scratch.ts';
import { migrate } from '../store/migrate.ts';
import { readSettings } from '../store/settings.ts';
import { transaction } from '../store/database.ts';
import type { StoreDatabase } from '../store/database.ts';
import { makeClock } from './clock.ts';
import { handlerNamed } from './dispatch.ts';
import { failed, port, post, startData } from './port.ts';
import { warmSearchInBackground } from './warm.ts';

// The only writer. One message at a time, each command one transaction.

const SLOW_MILLISECONDS = 40;
const clock = makeClock(startData.today);
let database: StoreDatabase | null = null;

const open = (): Envelope<null> => {
  try {
    database = openStore(startData.storePath);
    migrate(database);
    warmSearchInBackground(database);
    return { ok: true, value: null };
  } catch (error) {
    if (database) closeStore(database);
    database = null;
    return failed('open', error);
  }
};

type Call = Extract<ToWorker, { type: 'call' | 'internal' }>;

const answer = (call: Call): void => {
  const changes: Extract<AppEvent, { type: 'changed' }>[] = [];
  const started = performance.now();
  let envelope: Envelope<unknown>;
  try {
    if (!database) throw new AppError('internal', {});
    const open = database;
    const context: StoreContext = {
      database: open,
      actor: call.session,
      now: () => clock.now(() => readSettings(open)),
      today: () => clock.today(readSettings(open)),
      newId: v7,
      settings: () => readSettings(open),
      changed: (topics: readonly Topic[], customerIds: readonly CustomerId[] | null = null) => {
        changes.push({ type: 'changed', topics: [...topics], customerIds: customerIds && [...customerIds] });
      },
    };
    const isInternal = call.type === 'internal';
    const run = handlerNamed<StoreContext>(isInternal ? internalHandlers : storeHandlers, call.name);
    const writes = isInternal || operations.get(call.name)?.kind === 'command';
    const value = writes ? transaction(open, () => run(context, call.input)) : run(context, call.input);
    envelope = { ok: true, value };
  } catch (error) {
    envelope = failed(call.name, error);
  } finally {
    // An import attaches the file it takes over; SQLite lets go of it only once the transaction is over.
    if (database && call.type === 'internal') detachScratch(database);
  }
  post({ type: 'reply', id: call.id, envelope });
  if (envelope.ok) for (const event of changes) post({ type: 'event', event });
  const milliseconds = performance.now() - started;
  if (milliseconds > SLOW_MILLISECONDS)
    post({ type: 'log', level: 'warn', text: `slow: ${call.name} ${Math.round(milliseconds)} ms` });
};

port.on('message', (message: ToWorker) => {
  if (message.type === 'close') {
    if (database) closeStore(database);
    post({ type: 'closed' });
    port.close();
  } else if (message.type !== 'written') answer(message);
});
post({ type: 'ready', envelope: open() });
