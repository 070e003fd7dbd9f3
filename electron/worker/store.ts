import { operations } from '../../shared/contract.ts';
import type { AppEvent, Topic } from '../../shared/contract.ts';
import { permissions } from '../../shared/contract/operation.ts';
import { AppError } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import { v7 } from 'uuid';
import type { ToWorker } from '../gate/protocol.ts';
import { collectNotes, recordCommand } from '../handlers/audit/record.ts';
import type { StoreContext } from '../handlers/context.ts';
import { finishInterruptedImports } from '../handlers/imports/undo.ts';
import { withHiddenValues } from '../handlers/hiddenValues.ts';
import { internalHandlers, storeHandlers } from '../handlers/index.ts';
import { closeStore, openStore } from '../store/open.ts';
import { detachScratch } from '../store/scratch.ts';
import { keepSearchIndex } from '../store/searchIndex.ts';
import { requireReadable } from '../store/startCheck.ts';
import { migrate } from '../store/migrate.ts';
import { eraseByFile } from '../store/eraseByFile.ts';
import { readSettings } from '../store/settings.ts';
import { transaction } from '../store/database.ts';
import type { StoreDatabase } from '../store/database.ts';
import { makeClock } from './clock.ts';
import { handlerNamed } from '../../shared/contract/handlerNamed.ts';
import { failed, port, post, startData } from './port.ts';
import { warmSearchInBackground } from './warm.ts';

// The only writer. One message at a time, each command one transaction.

const SLOW_MILLISECONDS = 40;
const clock = makeClock(startData.today);
let database: StoreDatabase | null = null;

type Call = Extract<ToWorker, { type: 'call' | 'internal' }>;

const open = (): Envelope<null> => {
  try {
    const { storePath, storeKey: key, acceptsLoss = false } = startData;
    database = openStore(storePath, { key, acceptsLoss, look: requireReadable });
    migrate(database);
    eraseByFile(database);
    const { context } = contextFor(database, { staffId: null, permissions });
    finishInterruptedImports(context);
    warmSearchInBackground(database);
    return { ok: true, value: null };
  } catch (error) {
    if (database) closeStore(database);
    database = null;
    return failed('open', error);
  }
};

/** What a handler gets to work with, with what it will have said when it is done. */
const contextFor = (open: StoreDatabase, actor: Call['session']) => {
  const changes: Extract<AppEvent, { type: 'changed' }>[] = [];
  const { notes, audited } = collectNotes();
  const context: StoreContext = {
    audited,
    database: open,
    actor,
    now: () => clock.now(() => readSettings(open)),
    today: () => clock.today(readSettings(open)),
    newId: v7,
    settings: () => readSettings(open),
    changed: (topics: readonly Topic[], customerIds: readonly CustomerId[] | null = null) => {
      changes.push({ type: 'changed', topics: [...topics], customerIds: customerIds && [...customerIds] });
    },
  };
  return { context, changes, notes };
};

/** Thousands of people whom an import brings or takes are taken up as they come: the next search would wait for all of them. */
const keepSearchIndexWhileNobodyAsks = (open: StoreDatabase): void => {
  try {
    keepSearchIndex(open);
  } catch (error) {
    failed('search index', error);
  }
};

const answer = (call: Call): void => {
  let changes: Extract<AppEvent, { type: 'changed' }>[] = [];
  const started = performance.now();
  let envelope: Envelope<unknown>;
  try {
    if (!database) throw new AppError('internal', {});
    const open = database;
    const { context, notes, changes: told } = contextFor(open, call.session);
    changes = told;
    const isInternal = call.type === 'internal';
    const run = handlerNamed<[StoreContext, unknown]>(isInternal ? internalHandlers : storeHandlers, call.name);
    const operation = isInternal ? undefined : operations.get(call.name);
    const isAudited = operation !== undefined && operation.audit !== 'none';
    const work = (): unknown => {
      const value = run(context, isInternal ? call.input : withHiddenValues(context, call.name, call.input));
      if (isAudited) recordCommand(context, call.name, call.input, value, notes);
      return value;
    };
    const writes = isInternal || operation?.kind === 'command';
    envelope = { ok: true, value: writes ? transaction(open, work) : run(context, call.input) };
  } catch (error) {
    envelope = failed(call.name, error);
  } finally {
    // An import attaches the file it takes over; SQLite lets go of it only once the transaction is over. It stays for the next part.
    if (database && call.type === 'internal' && call.name !== 'imports.takeOver') detachScratch(database);
  }
  post({ type: 'reply', id: call.id, envelope });
  if (database && call.type === 'internal') keepSearchIndexWhileNobodyAsks(database);
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
