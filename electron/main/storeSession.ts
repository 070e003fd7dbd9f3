import { openGate, type Gate, type ShellHandlers } from '../gate/gate.ts';
import type { Seat } from '../gate/seat.ts';
import { facingSession, programSession } from '../gate/session.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { AppEvent } from '../../shared/contract.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { systemKeyring } from './keyring.ts';
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

/** The open store as the windows see it. Calls made while it is still opening wait for it. */
export interface StoreSession {
  /** From the clerk's window: what whoever sits there may do (R192). */
  callFromDesk(name: string, input: unknown): Promise<Envelope<unknown>>;
  /** From the facing window (X39). */
  callFromFacing(name: string, input: unknown): Promise<Envelope<unknown>>;
  /** The program's own work, whoever sits at the desk. */
  callFromProgram(name: string, input: unknown): Promise<Envelope<unknown>>;
  /** Locks the clerk's desk; a shop without accounts has nothing to lock. */
  lockDesk(): void;
  /** Brings classes and reminders to today; failures go to the log. */
  refresh(): void;
  /** Makes the backup of the day when it is due and its place is here, then checks the whole store once a week; failures are written down. */
  backUpToday(): void;
  close(): Promise<void>;
}

/** Starts opening the store, side by side with the window. */
export function openStoreSession(options: StoreOptions): StoreSession {
  const opening: Promise<Gate> = openGate({
    storePath: options.storePath,
    today: options.today ?? null,
    workers: { store: new URL('store.js', options.bundle), engine: new URL('engine.js', options.bundle) },
    log: options.log,
    keyring: systemKeyring(),
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
  const seating: Promise<{ gate: Gate; seat: Seat }> = opening.then((gate) => ({ gate, seat: gate.openSeat() }));
  /** The program's own morning run: it does not ask who sits at the desk. */
  function refresh(): void {
    void opening.then(async (gate) => {
      const answer = await gate.call('engine.refresh', {}, programSession);
      if (!answer.ok) options.log.warn('refresh did not run', answer.error);
    });
  }
  const callFromProgram = async (name: string, input: unknown): Promise<Envelope<unknown>> =>
    (await opening).call(name, input, programSession);
  return {
    callFromDesk: async (name, input) => {
      const { gate, seat } = await seating;
      return gate.call(name, input, seat);
    },
    callFromFacing: async (name, input) => (await opening).call(name, input, facingSession),
    lockDesk: () => void seating.then(({ seat }) => seat.lock()),
    callFromProgram,
    refresh,
    backUpToday: () => {
      void callFromProgram('backups.runUsual', { occasion: 'daily' }).then(async (answer) => {
        if (!answer.ok) options.log.warn('the backup of the day was not made', answer.error);
        // Once a week the whole store is read; a damaged one is shut by the gate, which the window shows.
        const checked = await callFromProgram('backups.checkStore', { onlyIfDue: true });
        if (!checked.ok) options.log.warn('the store was not checked', checked.error);
      });
    },
    close: async () => (await opening).close(),
  };
}

/** A demo store that has people already is left as it is. */
async function fillWithDemo(gate: Gate, log: Log): Promise<void> {
  const answer = await gate.call('settings.createDemo', {}, programSession);
  if (!answer.ok && answer.error.code !== 'conflict') log.error('the demo shop was not made', answer.error);
}
