import type { AppEvent } from '../../shared/contract.ts';
import type { Envelope } from '../../shared/errors.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import type { Session } from './session.ts';

/** What each worker is started with. */
export interface WorkerStart {
  readonly storePath: string;
  /** What opens the store; null while it lies in the clear. */
  readonly storeKey: Uint8Array | null;
  /** Whether other threads have the store open too; not so of a copy that this one is started for. */
  readonly isShared: boolean;
  /** Opens also what is left of a store that has lost its latest writes. */
  readonly acceptsLoss?: boolean;
  /** Pretend that the business day is this one (command line only). */
  readonly today: LocalDate | null;
}

/** To a worker. `internal` runs a command that the contract does not list; only the engine and the gate itself may ask for one. */
export type ToWorker =
  | {
      readonly type: 'call' | 'internal';
      readonly id: number;
      readonly name: string;
      readonly input: unknown;
      readonly session: Session;
      /** Paths behind the tokens of the input. */
      readonly paths: Readonly<Record<string, string>>;
      readonly jobId: string | null;
      /** Becomes 1 when the person cancels; readable in the middle of synchronous work. */
      readonly cancelFlag: Int32Array<SharedArrayBuffer> | null;
    }
  | { readonly type: 'written'; readonly id: number; readonly envelope: Envelope<unknown> }
  | { readonly type: 'close' };

/** From a worker. `write` is the engine asking the writer to run an internal command. */
export type FromWorker =
  | { readonly type: 'ready'; readonly envelope: Envelope<null> }
  | { readonly type: 'reply'; readonly id: number; readonly envelope: Envelope<unknown> }
  | { readonly type: 'event'; readonly event: AppEvent }
  | { readonly type: 'write'; readonly id: number; readonly name: string; readonly input: unknown; readonly session: Session }
  | { readonly type: 'log'; readonly level: 'warn' | 'error'; readonly text: string }
  | { readonly type: 'closed' };
