import { basename } from 'node:path';
import { z } from 'zod';
import { operations } from '../../shared/contract.ts';
import type { AppEvent, HandlerInput, NamesOfKind, OutputOf, Topic } from '../../shared/contract.ts';
import { appErrorFromFile } from '../files/fileErrors.ts';
import { sweepScratch } from '../files/scratch.ts';
import { backupPlaces } from './backupPlaces.ts';
import { closedHost } from './closedHost.ts';
import { rescueHandlers } from './rescueHandlers.ts';
import { writePlacesFile } from '../files/placesFile.ts';
import { makeGateAudit } from './gateAudit.ts';
import type { GateFact } from './gateAudit.ts';
import { readLock } from './lock.ts';
import { vaultHandlers } from './vaultHandlers.ts';
import type { Keyring } from '../vault/vault.ts';
import { handlerNamed } from '../../shared/contract/handlerNamed.ts';
import type { Operation } from '../../shared/contract/operation.ts';
import { AppError, failure, unwrap } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { leavingBy, shownTo } from './masking.ts';
import { recoverInterruptedRestore } from './restore.ts';
import { restoreHandlers } from './restoreHandlers.ts';
import { accessReader } from './access.ts';
import { openAttempts } from './attempts.ts';
import { proveApproval } from './provePin.ts';
import { askCountingTries } from './spendingTries.ts';
import { isSeat, openSeat } from './seat.ts';
import type { Seat } from './seat.ts';
import { lockedSession, programSession, strangerSession } from './session.ts';
import type { Session } from './session.ts';
import { staffHandlers } from './staffHandlers.ts';
import type { Caller } from './staffHandlers.ts';
import { startStoreHost } from './storeHost.ts';
import type { Log, StoreHost, WorkerEntries } from './storeHost.ts';
import { createPathTokens } from './tokens.ts';
import type { PathTokens } from './tokens.ts';

/** Answers of the window's own process: native dialogs and the like. */
export type ShellHandlers = {
  readonly [Name in NamesOfKind<'shell'>]: (
    input: HandlerInput<Name>,
    tokens: PathTokens,
    /** Writes the entry of an audited operation; call it before anything is handed over, and hand nothing over when it throws. */
    record: (fact: Omit<GateFact, 'operation'>) => Promise<void>,
    /** Who asks: what the handler asks of the gate for them, it asks as them. */
    session: Session,
  ) => Promise<OutputOf<Name>> | OutputOf<Name>;
};

export interface GateOptions {
  readonly storePath: string;
  readonly workers: WorkerEntries;
  readonly log: Log;
  /** Pretend that the business day is this one (command line and tests). */
  readonly today?: LocalDate | null;
  /** The operating system's place for secrets; absent where there is none worth the name. */
  readonly keyring?: Keyring | null;
  /** Milliseconds that only ever go on; waits and idle desks are counted by them (S5). */
  readonly monotonic?: () => number;
  /** Absent where there is no window: its operations are then unknown. */
  readonly shellHandlers?: ShellHandlers;
}

export interface Gate {
  /** The one door. Never rejects: every failure is an envelope. */
  call(name: string, input: unknown, caller: Session | Seat): Promise<Envelope<unknown>>;
  /** A desk of its own: whoever calls from it may do what the person sitting there may. */
  openSeat(): Seat;
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** Whether the store is open, or why not. */
  state(): Envelope<null>;
  readonly tokens: PathTokens;
  readonly storePath: string;
  close(): Promise<void>;
}

const parseInput = (operation: Operation, input: unknown): unknown => {
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues
    .slice(0, 50)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  throw new AppError('bad_input', { issues });
};

const jobIdOf = (input: unknown): string | null =>
  typeof input === 'object' && input !== null && 'jobId' in input && typeof input.jobId === 'string' ? input.jobId : null;

/** Topics whose change may change who may sit here, or what they may do. */
const isOfAccess = (topic: Topic): boolean => topic === 'staff' || topic === 'settings' || topic === 'store';

const rememberedSchema = z.object({ storeId: z.string(), folders: z.array(z.string()) });

/** Files behind the tokens of an input, by their names: whole paths stay out of the audit log. */
const fileNames = (tokens: PathTokens, input: unknown): { file?: string } => {
  const [path] = Object.values(tokens.resolve(input));
  return path === undefined ? {} : { file: basename(path) };
};

/** Opens the gate to a store. A store that cannot be opened still gives a gate: `state` tells why, restore still works. */
export const openGate = async (options: GateOptions): Promise<Gate> => {
  const { storePath, workers, log } = options;
  const today = options.today ?? null;
  const listeners = new Set<(event: AppEvent) => void>();
  let host: StoreHost;
  const askInternal = (name: string, input: unknown): Promise<Envelope<unknown>> => host.askInternal(name, input, programSession);
  const access = accessReader(
    () => askInternal('staff.access', null),
    () => host.state(),
  );
  const onEvent = (event: AppEvent): void => {
    if (event.type === 'changed' && event.topics.includes('backups')) void rememberPlaces();
    if (event.type === 'storeRestarted' || (event.type === 'changed' && event.topics.some(isOfAccess))) access.forget();
    for (const listener of listeners) listener(event);
  };
  const monotonic = options.monotonic ?? ((): number => performance.now());
  const attempts = openAttempts(storePath, monotonic, async (before, next) =>
    z.boolean().parse(unwrap(await askInternal('staff.exchangeAttempts', { before, next }))),
  );
  const seats: Seat[] = [];
  const tokens = createPathTokens();
  await recoverInterruptedRestore(storePath);
  await sweepScratch(storePath).catch(() => undefined);
  const lock = await readLock(storePath, options.keyring ?? null);
  const shut = (reason: AppError): StoreHost => closedHost(reason, { storePath, storeKey: lock.key(), workers, log, onEvent });
  const startHost = async (acceptsLoss = false): Promise<StoreHost> => {
    lock.look();
    const reason = lock.problem() ?? (lock.isLocked() ? new AppError('store_locked', {}) : null);
    if (reason) return shut(reason);
    const storeKey = lock.isPlain() ? null : lock.key();
    const started = await startStoreHost({ storePath, storeKey, acceptsLoss, today, workers, log, onEvent, onDamage });
    const state = started.state();
    if (state.ok) return started;
    // Nobody has a store open that cannot be used: its files can be looked at, kept aside, and stay as they are.
    await started.close();
    return shut(new AppError(state.error.code, state.error.details));
  };
  const begin = async (acceptsLoss?: boolean): Promise<void> => {
    host = await startHost(acceptsLoss);
    access.forget();
    void rememberPlaces();
  };
  /** Damage that shows while the shop is open: writing stops, and the window leads out of it (R3). */
  function onDamage(error: AppError): void {
    const former = host;
    if (!former.state().ok) return;
    host = shut(error);
    access.forget();
    onEvent({ type: 'storeRestarted' });
    void former.close();
  }
  /** Where the backups are, noted outside the store. */
  const rememberPlaces = async (): Promise<void> => {
    const answer = await askInternal('backups.remembered', null);
    const said = answer.ok ? rememberedSchema.safeParse(answer.value).data : undefined;
    if (said) await writePlacesFile(storePath, said).catch(() => undefined);
  };
  await begin();
  const audit = makeGateAudit({
    ask: (name, fact, session) => host.askInternal(name, fact, session),
    log,
    elapsed: monotonic,
  });
  const swapSteps = {
    storePath,
    stop: () => host.close(),
    start: async () => {
      await begin();
      return host.state();
    },
  };

  const places = backupPlaces({ host: () => host, tokens });
  const restores = restoreHandlers({ lock, swapSteps, workers, log, tokens, onEvent, host: () => host, access, today });
  const rescues = rescueHandlers({
    lock,
    swapSteps,
    startWithout: () => begin(true),
    workers,
    log,
    tokens,
    onEvent,
    host: () => host,
  });
  const noteWrongPin = (staffId: StaffId): Promise<void> =>
    audit.note(lockedSession, { operation: 'staff.signIn', outcome: 'failed', details: { staffId } });
  const prover = { attempts, ask: askInternal, noteWrongPin };
  const requirePermission = (session: Session, name: string, { permission }: Operation): void => {
    if (session.permissions.includes(permission)) return;
    // A page beneath the lock screen reads on by itself: nobody has tried anything.
    if (session === lockedSession) throw new AppError('seat_locked', {});
    audit.refused(session, name);
    throw new AppError('not_permitted', { permission });
  };

  const gateHandlers: {
    readonly [Name in NamesOfKind<'gate'>]: (input: HandlerInput<Name>, caller: Caller) => Promise<OutputOf<Name>>;
  } = {
    'jobs.cancel': async (input) => ({
      wasRunning: restores.cancel(input.jobId) || rescues.cancel(input.jobId) || host.cancel(input.jobId),
    }),
    'backups.targets': (_input, { session }) => places.targets(session),
    'backups.runUsual': (input, { session }) => places.runUsual(input, session),
    ...restores.handlers,
    ...rescues.handlers,
    ...vaultHandlers({
      lock,
      swapSteps,
      workers,
      log,
      onOpened: () => onEvent({ type: 'storeRestarted' }),
      onEncrypted: async () => void (await askInternal('staff.keepRecoveryCode', { code: null })),
    }),
    ...staffHandlers({ access, lock, ...prover }),
  };

  const route = async (operation: Operation, name: string, input: unknown, caller: Caller): Promise<Envelope<unknown>> => {
    const { session } = caller;
    const request = { name, input, session, paths: tokens.resolve(input) };
    switch (operation.kind) {
      case 'query':
        return host.askStore(request);
      case 'command':
        await proveApproval(prover, input);
        return askCountingTries(
          attempts,
          request,
          () => host.askStore(request),
          (customerId) => audit.note(session, { operation: 'spendingPins.prove', outcome: 'failed', customerIds: [customerId] }),
        );
      case 'study':
        return host.askEngine(request, jobIdOf(input));
      case 'gate': {
        const value = await handlerNamed<[unknown, Caller]>(gateHandlers, name)(input, caller);
        // Whoever has just signed in is the one it is told of. A restored store has its entry already: it was put in its place with it.
        const by = caller.seat ? await caller.seat.session() : session;
        if (operation.audit !== 'none' && name !== 'backups.restore' && name !== 'backups.undoRestore')
          await audit.note(by, { operation: name, details: fileNames(tokens, input) });
        return { ok: true, value };
      }
      case 'shell': {
        const record = (fact: Omit<GateFact, 'operation'>): Promise<void> => audit.record(session, { ...fact, operation: name });
        const run = handlerNamed<[unknown, PathTokens, typeof record, Session]>(options.shellHandlers, name);
        return { ok: true, value: await run(leavingBy(operation, name, input, session), tokens, record, session) };
      }
    }
  };

  return {
    tokens,
    storePath,
    state: () => host.state(),
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    openSeat: () => {
      const seat = openSeat({ access, monotonic, onChange: () => onEvent({ type: 'seatChanged' }) });
      seats.push(seat);
      return seat;
    },
    call: async (name, input, by) => {
      let session = lockedSession;
      try {
        const operation = operations.get(name);
        if (!operation) throw new AppError('unknown_operation', { name: String(name).slice(0, 80) });
        const caller: Caller = isSeat(by) ? { session: await by.session(), seat: by } : { session: by, seat: null };
        // Whoever may bring a backup in before locked records is nobody once they are open.
        session = caller.session === strangerSession && host.state().ok ? lockedSession : caller.session;
        requirePermission(session, name, operation);
        const parsed = parseInput(operation, input);
        if (operation.kind === 'command') caller.seat?.touch();
        const answer = await route(operation, name, parsed, caller);
        // Before the event comes: the very next call is judged by what this one changed.
        if (operation.kind === 'command' && /^(staff|settings)\./.test(name)) access.forget();
        return shownTo(name, answer, session);
      } catch (reason) {
        const error = appErrorFromFile(reason);
        if (!(error instanceof AppError)) log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return shownTo(name, failure(error), session);
      }
    },
    close: async () => {
      for (const seat of seats) seat.close();
      await attempts.close().catch(() => undefined);
      await host.close();
    },
  };
};
