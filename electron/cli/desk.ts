import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { z } from 'zod';
import type { CallInput, OperationName } from '../../shared/contract.ts';
import { unwrap } from '../../shared/errors.ts';
import type { Gate } from '../gate/gate.ts';
import type { Seat } from '../gate/seat.ts';
import type { CommandLine } from './arguments.ts';

/** What a command answers; `isGood` false is printed all the same and ends with exit code 1. */
export interface Answer {
  readonly value: unknown;
  readonly isGood: boolean;
}

/** The gate, and the seat from which the command line calls: the owner's, or that of whoever signed in. */
export interface Desk {
  readonly gate: Gate;
  readonly seat: Seat;
}

/** Calls an operation; its output is checked against the contract on the way out. */
export const ask = async <Name extends OperationName, Output extends z.ZodType>(
  { gate, seat }: Desk,
  name: Name,
  output: Output,
  input: CallInput<Name>,
): Promise<z.output<Output>> => output.parse(unwrap(await gate.call(name, input, seat)));

export const good = (value: unknown): Answer => ({ value, isGood: true });
export const operand = (line: CommandLine, index: number): string => line.operands[index] ?? '';
export const tokenFor = (gate: Gate, path: string): string => gate.tokens.issue(resolve(path)).token;

/** Long work can be stopped with Ctrl+C: the store then stays as it was. */
export const stoppable = async <T>({ gate, seat }: Desk, work: (jobId: string) => Promise<T>): Promise<T> => {
  const jobId = randomUUID();
  const stop = (): void => void gate.call('jobs.cancel', { jobId }, seat);
  process.on('SIGINT', stop);
  try {
    return await work(jobId);
  } finally {
    process.off('SIGINT', stop);
  }
};
