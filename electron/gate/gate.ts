import { operations } from '../../shared/contract.ts';
import type { AppEvent, HandlerInput, NamesOfKind, OutputOf } from '../../shared/contract.ts';
import type { Operation } from '../../shared/contract/operation.ts';
import { AppError, failure } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { recoverInterruptedRestore, restoreBackup } from './restore.ts';
import type { Session } from './session.ts';
import { startStoreHost } from './storeHost.ts';
import type { Log, StoreHost, WorkerEntries } from './storeHost.ts';
import { createPathTokens } from './tokens.ts';
import type { PathTokens } from './tokens.ts';

/** Answers of the window's own process: native dialogs and the like. */
export type ShellHandlers = {
  readonly [Name in NamesOfKind<'shell'>]: (
    input: HandlerInput<Name>,
    tokens: PathTokens,
  ) => Promise<OutputOf<Name>> | OutputOf<Name>;
};

export interface GateOptions {
  readonly storePath: string;
  readonly workers: WorkerEntries;
  readonly log: Log;
  /** Pretend that the business day is this one (command line and tests). */
  readonly today?: LocalDate | null;
  /** Absent where there is no window: its operations are then unknown. */
  readonly shellHandlers?: ShellHandlers;
}

export interface Gate {
  /** The one door. Never rejects: every failure is an envelope. */
  call(name: string, input: unknown, session: Session): Promise<Envelope<unknown>>;
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

/** Opens the gate to a store. A store that cannot be opened still gives a gate: `state` tells why, restore still works. */
export const openGate = async (options: GateOptions): Promise<Gate> => {
  const { storePath, workers, log } = options;
  const today = options.today ?? null;
  const listeners = new Set<(event: AppEvent) => void>();
  const onEvent = (event: AppEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const tokens = createPathTokens();
  const startHost = (): Promise<StoreHost> => startStoreHost({ storePath, today, workers, log, onEvent });
  await recoverInterruptedRestore(storePath);
  let host = await startHost();

  const gateHandlers: {
    readonly [Name in NamesOfKind<'gate'>]: (input: HandlerInput<Name>, session: Session) => Promise<OutputOf<Name>>;
  } = {
    'jobs.cancel': async (input) => ({ wasRunning: host.cancel(input.jobId) }),
    'backups.restore': async (input, session) => {
      const result = await restoreBackup({
        storePath,
        backupPath: tokens.pathOf(input.file),
        ask: (name, fields) => host.askEngine({ name, input: fields, session, paths: tokens.resolve(fields) }, null),
        tokens,
        stop: () => host.close(),
        start: async () => {
          host = await startHost();
          return host.state();
        },
      });
      onEvent({ type: 'storeRestarted' });
      return result;
    },
  };

  const route = async (operation: Operation, name: string, input: unknown, session: Session): Promise<Envelope<unknown>> => {
    const request = { name, input, session, paths: tokens.resolve(input) };
    switch (operation.kind) {
      case 'query':
      case 'command':
        return host.askStore(request);
      case 'study':
        return host.askEngine(request, jobIdOf(input));
      case 'gate':
        return { ok: true, value: await ownHandler(gateHandlers, name)(input, session) };
      case 'shell':
        return { ok: true, value: await ownHandler(options.shellHandlers, name)(input, tokens) };
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
    call: async (name, input, session) => {
      try {
        const operation = operations.get(name);
        if (!operation) throw new AppError('unknown_operation', { name: String(name).slice(0, 80) });
        if (!session.permissions.includes(operation.permission))
          throw new AppError('not_permitted', { permission: operation.permission });
        return await route(operation, name, parseInput(operation, input), session);
      } catch (error) {
        if (!(error instanceof AppError)) log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return failure(error);
      }
    },
    close: () => host.close(),
  };
};

/**
 * The handler under a name the contract has just vouched for, its input already parsed by that entry's schema: the one
 * place where the table's exact types meet a name known only at run time.
 */
const ownHandler = <Second>(
  handlers: object | undefined,
  name: string,
): ((input: unknown, second: Second) => Promise<unknown>) => {
  const found: unknown = handlers && Object.hasOwn(handlers, name) ? Reflect.get(handlers, name) : undefined;
  if (typeof found !== 'function') throw new AppError('unknown_operation', { name });
  return async (input, second): Promise<unknown> => Reflect.apply(found, undefined, [input, second]);
};
