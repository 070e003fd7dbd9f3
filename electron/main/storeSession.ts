import { openGate, type Gate, type ShellHandlers } from '../gate/gate.ts';
import { ownerSession, type Session } from '../gate/session.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { AppEvent } from '../../shared/contract.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import type { Log } from './log.ts';
import { makesJudgementsStale } from './staleness.ts';

interface StoreOptions {
  readonly storePath: string;
  /** Folder of the built workers: beside the main bundle. */
  readonly bundle: URL;
  readonly isDemo: boolean;
  /** The business day to pretend; undefined is the real one. */
  readonly today: LocalDate | undefined;
  readonly shellHandlers: (gate: () => Promise<Gate>) => ShellHandlers;
  readonly log: Log;
  readonly onEvent: (event: AppEvent) => void;
}

/** The open store as the window sees it. Calls made while it is still opening wait for it. */
export interface StoreSession {
  call(name: string, input: unknown, session?: Session): Promise<Envelope<unknown>>;
  /** Brings classes and reminders to today; failures go to the log. */
  refresh(): void;
  close(): Promise<void>;
}

/** Starts opening the store, side by side with the window. Who sits at the window is the owner, until staff sign in. */
export function openStoreSession(options: StoreOptions): StoreSession {
  const opening: Promise<Gate> = openGate({
    storePath: options.storePath,
    today: options.today ?? null,
    workers: { store: new URL('store.js', options.bundle), engine: new URL('engine.js', options.bundle) },
    log: options.log,
    shellHandlers: options.shellHandlers(() => opening),
  }).then(async (gate) => {
    gate.onEvent((event) => {
      options.onEvent(event);
      if (makesJudgementsStale(event)) refresh();
    });
    const state = gate.state();
    if (!state.ok) options.log.error('the store does not open', state.error);
    else if (options.isDemo) await fillWithDemo(gate, options.log);
    return gate;
  });
  const call = async (name: string, input: unknown, session: Session = ownerSession) =>
    (await opening).call(name, input, session);
  function refresh(): void {
    void call('engine.refresh', {}).then((answer) => {
      if (!answer.ok) options.log.warn('refresh did not run', answer.error);
    });
  }
  return {
    call,
    refresh,
    close: async () => (await opening).close(),
  };
}

/** A demo store that has people already is left as it is. */
async function fillWithDemo(gate: Gate, log: Log): Promise<void> {
  const answer = await gate.call('settings.createDemo', {}, ownerSession);
  if (!answer.ok && answer.error.code !== 'conflict') log.error('the demo shop was not made', answer.error);
}
