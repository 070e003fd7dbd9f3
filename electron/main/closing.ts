import type { BrowserWindow } from 'electron';
import { v7 } from 'uuid';
import { backupsContract } from '../../shared/contract/backups.ts';
import type { AppEvent } from '../../shared/contract.ts';
import type { Envelope } from '../../shared/errors.ts';
import { jobId as toJobId, type JobId } from '../../shared/types/ids.ts';

interface ClosingOptions {
  readonly call: (name: string, input: unknown) => Promise<Envelope<unknown>>;
  readonly send: (event: AppEvent) => void;
}

/** Closing time: the window stays until its backup is made or somebody will not wait. */
export interface Closing {
  /** Holds the window open when it is closed while a backup is due and its place is here. */
  guard(window: BrowserWindow): void;
  /** The person will not wait: the backup is stopped, the window closes. */
  skip(): void;
}

/** So long the question whether a backup is due may take. */
const DECIDE_MILLISECONDS = 3000;

/** So long the good news stands: the stick may be taken along. */
const READ_MILLISECONDS = 1500;

export function backUpAtClosing({ call, send }: ClosingOptions): Closing {
  let guarded: BrowserWindow | undefined;
  let running: JobId | undefined;
  let mayClose = false;

  const close = (): void => {
    mayClose = true;
    if (guarded !== undefined && !guarded.isDestroyed()) guarded.close();
  };
  const isWanted = async (): Promise<boolean> => {
    const due = await call('backups.due', { occasion: 'closing' });
    if (!due.ok || !backupsContract.due.output.parse(due.value).isDue) return false;
    const targets = await call('backups.targets', {});
    if (!targets.ok) return false;
    return backupsContract.targets.output
      .parse(targets.value)
      .some((place) => place.isUsual && place.isHere && !place.isReadonly);
  };
  const backUp = async (): Promise<void> => {
    const patience = new Promise<boolean>((settle) => setTimeout(settle, DECIDE_MILLISECONDS, false));
    if (!(await Promise.race([isWanted(), patience]))) {
      close();
      return;
    }
    const jobId = toJobId(v7());
    running = jobId;
    send({ type: 'closing', jobId, state: 'working', error: null });
    const answer = await call('backups.runUsual', { occasion: 'closing', jobId });
    if (mayClose) return;
    if (!answer.ok && answer.error.code !== 'cancelled') {
      send({ type: 'closing', jobId, state: 'failed', error: { code: answer.error.code, details: { ...answer.error.details } } });
      return;
    }
    send({ type: 'closing', jobId, state: 'done', error: null });
    setTimeout(close, READ_MILLISECONDS);
  };

  let isAsked = false;
  return {
    guard: (window) => {
      guarded = window;
      window.on('close', (event) => {
        if (mayClose) return;
        event.preventDefault();
        // Asked twice before anything was shown: a store that hangs keeps no window open.
        if (isAsked && running === undefined) close();
        if (isAsked) return;
        isAsked = true;
        void backUp().catch(close);
      });
    },
    skip: () => {
      if (running !== undefined) void call('jobs.cancel', { jobId: running });
      close();
    },
  };
}
