import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { z } from 'zod';
import { contract, describeContract } from '../../shared/contract.ts';
import type { CallInput, OperationName } from '../../shared/contract.ts';
import { reasonText } from '../../shared/domain/reasonText.ts';
import { unwrap } from '../../shared/errors.ts';
import { isId } from '../../shared/types/ids.ts';
import { ownerSession } from '../gate/session.ts';
import type { Gate } from '../gate/gate.ts';
import { UsageError } from './arguments.ts';
import type { CommandLine, CommandName } from './arguments.ts';

/** What a command answers; `isGood` false is printed all the same and ends with exit code 1. */
export interface Answer {
  readonly value: unknown;
  readonly isGood: boolean;
}

/** Calls an operation as the owner; its output is checked against the contract on the way out. */
const ask = async <Name extends OperationName, Output extends z.ZodType>(
  gate: Gate,
  name: Name,
  output: Output,
  input: CallInput<Name>,
): Promise<z.output<Output>> => output.parse(unwrap(await gate.call(name, input, ownerSession)));

const good = (value: unknown): Answer => ({ value, isGood: true });
const operand = (line: CommandLine, index: number): string => line.operands[index] ?? '';
const tokenFor = (gate: Gate, path: string): string => gate.tokens.issue(resolve(path)).token;

/** Long work can be stopped with Ctrl+C: the store then stays as it was. */
const stoppable = async <T>(gate: Gate, work: (jobId: string) => Promise<T>): Promise<T> => {
  const jobId = randomUUID();
  const stop = (): void => void gate.call('jobs.cancel', { jobId }, ownerSession);
  process.on('SIGINT', stop);
  try {
    return await work(jobId);
  } finally {
    process.off('SIGINT', stop);
  }
};

/** Classes and reminders as of the day; figures shown without it would be yesterday's. */
const refresh = (gate: Gate) => ask(gate, 'engine.refresh', contract.engine.refresh.output, {});

const importFile = (gate: Gate, line: CommandLine): Promise<Answer> =>
  stoppable(gate, async (jobId) => {
    const { form, preset, again, onExisting, onNew, onConflict, matchBy, earnPoints } = line;
    const { genderCodes, identityNumbers, keepSuspectBirthdays } = line;
    if (form === null) throw new UsageError('usage_option_missing', { option: '--form' });
    const file = tokenFor(gate, operand(line, 0));
    const sheet = line.sheet === null ? null : line.sheet - 1;
    const choices = { onExisting, onNew, onConflict, matchBy, earnPoints, genderCodes, identityNumbers, keepSuspectBirthdays };
    return good(
      await ask(gate, 'imports.run', contract.imports.run.output, { jobId, file, form, preset, sheet, again, ...choices }),
    );
  });

const today = async (gate: Gate, line: CommandLine): Promise<Answer> => {
  await refresh(gate);
  const list = await ask(gate, 'callbacks.today', contract.callbacks.today.output, { limit: line.limit });
  const shop = await ask(gate, 'settings.get', contract.settings.get.output, {});
  const context = { timeZone: shop.timeZone, currency: shop.currency, today: list.date };
  return good({
    ...list,
    rows: list.rows.map((row) => ({
      ...row,
      reasons: row.reasons.map((reason) => ({ ...reason, ...reasonText(reason, line.language, context) })),
    })),
  });
};

const segments = async (gate: Gate): Promise<Answer> => {
  await refresh(gate);
  return good(await ask(gate, 'segments.overview', contract.segments.overview.output, {}));
};

const customer = async (gate: Gate, line: CommandLine): Promise<Answer> => {
  await refresh(gate);
  const who = operand(line, 0);
  return good(
    isId(who)
      ? await ask(gate, 'customers.findById', contract.customers.findById.output, { customerId: who })
      : await ask(gate, 'customers.findByNumber', contract.customers.findByNumber.output, { number: who }),
  );
};

const backup = (gate: Gate, line: CommandLine): Promise<Answer> =>
  stoppable(gate, async (jobId) =>
    good(await ask(gate, 'backups.create', contract.backups.create.output, { jobId, folder: tokenFor(gate, operand(line, 0)) })),
  );

const verify = (gate: Gate, line: CommandLine): Promise<Answer> =>
  stoppable(gate, async (jobId) => {
    const value = await ask(gate, 'backups.verify', contract.backups.verify.output, {
      jobId,
      file: tokenFor(gate, operand(line, 0)),
    });
    return { value, isGood: value.ok };
  });

const restore = async (gate: Gate, line: CommandLine): Promise<Answer> =>
  good(await ask(gate, 'backups.restore', contract.backups.restore.output, { file: tokenFor(gate, operand(line, 0)) }));

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError('usage_bad_json', { problem: error instanceof Error ? error.message : '' });
  }
};

/** Paths in `file` and `folder` become tokens: on the command line the owner names them himself. */
const withTokens = (gate: Gate, input: unknown): unknown => {
  const fields = z.record(z.string(), z.unknown()).safeParse(input);
  if (!fields.success) return input;
  const paths = Object.entries(fields.data).filter(
    (entry): entry is [string, string] =>
      (entry[0] === 'file' || entry[0] === 'folder') && typeof entry[1] === 'string' && !isId(entry[1]),
  );
  return { ...fields.data, ...Object.fromEntries(paths.map(([field, path]) => [field, tokenFor(gate, path)])) };
};

const call = async (gate: Gate, line: CommandLine): Promise<Answer> =>
  good(unwrap(await gate.call(operand(line, 0), withTokens(gate, parseJson(operand(line, 1))), ownerSession)));

/** Commands that enter at the gate. */
export const gateCommands: Readonly<
  Record<Exclude<CommandName, 'ops' | 'help'>, (gate: Gate, line: CommandLine) => Promise<Answer>>
> = { import: importFile, today, segments, customer, backup, verify, restore, call };

/** The whole contract; it needs no store. */
export const ops = (): Answer => good(describeContract());
