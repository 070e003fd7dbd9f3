import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CallInput, NamesOfKind } from '../../../shared/contract.ts';
import type { Envelope } from '../../../shared/errors.ts';

export interface ToDesk {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
export interface FromDesk {
  readonly id: number;
  readonly envelope: Envelope<unknown>;
}

/** A desk in another process. */
export interface DeskLink {
  /** The envelope that came back, or null when the process died first: then nobody knows whether it was done. */
  call<Name extends NamesOfKind<'command' | 'study' | 'query'>>(
    name: Name,
    input: CallInput<Name>,
  ): Promise<Envelope<unknown> | null>;
  /** SIGKILL, now, whatever it is doing; resolves when it is gone. */
  kill(): Promise<void>;
}

export const startDesk = async (storePath: string): Promise<DeskLink> => {
  const child = fork(fileURLToPath(new URL('deskProcess.ts', import.meta.url)), [storePath], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (envelope: Envelope<unknown> | null) => void>();
  const answered = (id: number) =>
    new Promise<Envelope<unknown> | null>((resolve) => {
      waiting.set(id, resolve);
    });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      for (const settle of waiting.values()) settle(null);
      waiting.clear();
      resolve();
    });
  });
  child.on('message', ({ id, envelope }: FromDesk) => {
    waiting.get(id)?.(envelope);
    waiting.delete(id);
  });
  let nextId = 1;
  const opened = await answered(0);
  if (!opened?.ok) {
    child.kill('SIGKILL');
    throw new Error(`the desk did not open: ${JSON.stringify(opened)}`);
  }
  return {
    call: (name, input) => {
      const id = nextId;
      nextId += 1;
      const answer = answered(id);
      // A child that has just died cannot be sent to; its exit settles the answer.
      child.send({ id, name, input } satisfies ToDesk, () => undefined);
      return answer;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
};
