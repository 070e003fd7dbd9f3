import { resolve } from 'node:path';
import { z } from 'zod';
import { contract, describeContract } from '../../shared/contract.ts';
import { reasonText } from '../../shared/domain/reasonText.ts';
import { unwrap } from '../../shared/errors.ts';
import { isId } from '../../shared/types/ids.ts';
import type { Gate } from '../gate/gate.ts';
import { UsageError } from './arguments.ts';
import { codeIn } from './lock.ts';
import type { CommandLine, CommandName } from './arguments.ts';
import { ask, good, operand, stoppable, tokenFor } from './desk.ts';
import type { Answer, Desk } from './desk.ts';
import { check, salvage } from './rescue.ts';

/** Classes and reminders as of the day; figures shown without it would be yesterday's. */
const refresh = (desk: Desk) => ask(desk, 'engine.refresh', contract.engine.refresh.output, {});

const importFile = (desk: Desk, line: CommandLine): Promise<Answer> =>
  stoppable(desk, async (jobId) => {
    const { form, preset, again, onExisting, onNew, onConflict, matchBy, earnPoints } = line;
    const { genderCodes, calendarCodes, balances, identityNumbers, keepSuspectBirthdays } = line;
    if (form === null) throw new UsageError('usage_option_missing', { option: '--form' });
    const file = tokenFor(desk.gate, operand(line, 0));
    const sheet = line.sheet === null ? null : line.sheet - 1;
    const choices = {
      onExisting,
      onNew,
      onConflict,
      matchBy,
      earnPoints,
      genderCodes,
      calendarCodes,
      balances,
      identityNumbers,
      keepSuspectBirthdays,
    };
    return good(
      await ask(desk, 'imports.run', contract.imports.run.output, { jobId, file, form, preset, sheet, again, ...choices }),
    );
  });

const today = async (desk: Desk, line: CommandLine): Promise<Answer> => {
  await refresh(desk);
  const list = await ask(desk, 'callbacks.today', contract.callbacks.today.output, { limit: line.limit });
  const shop = await ask(desk, 'settings.get', contract.settings.get.output, {});
  const context = { timeZone: shop.timeZone, currency: shop.currency, today: list.date };
  return good({
    ...list,
    rows: list.rows.map((row) => ({
      ...row,
      reasons: row.reasons.map((reason) => ({ ...reason, ...reasonText(reason, line.language, context) })),
    })),
  });
};

const segments = async (desk: Desk): Promise<Answer> => {
  await refresh(desk);
  return good(await ask(desk, 'segments.overview', contract.segments.overview.output, {}));
};

/** The model's own figures, or why there are none: that too is an answer. */
const forecast = (desk: Desk, line: CommandLine): Promise<Answer> =>
  stoppable(desk, async (jobId) => {
    const { until, unit, horizonDays } = line;
    const wish = { jobId, until, unit, ...(horizonDays !== null && { horizonDays }) };
    return good(await ask(desk, 'forecast.get', contract.forecast.get.output, wish));
  });

const customer = async (desk: Desk, line: CommandLine): Promise<Answer> => {
  await refresh(desk);
  const who = operand(line, 0);
  return good(
    isId(who)
      ? await ask(desk, 'customers.findById', contract.customers.findById.output, { customerId: who })
      : await ask(desk, 'customers.findByNumber', contract.customers.findByNumber.output, { number: who }),
  );
};

const backup = (desk: Desk, line: CommandLine): Promise<Answer> =>
  stoppable(desk, async (jobId) =>
    good(
      await ask(desk, 'backups.create', contract.backups.create.output, { jobId, folder: tokenFor(desk.gate, operand(line, 0)) }),
    ),
  );

/** The words that open a backup of another PC. */
const codeOf = async ({ codeFile }: CommandLine): Promise<string | null> =>
  codeFile === null ? null : codeIn(resolve(codeFile));

const verify = (desk: Desk, line: CommandLine): Promise<Answer> =>
  stoppable(desk, async (jobId) => {
    const value = await ask(desk, 'backups.verify', contract.backups.verify.output, {
      jobId,
      file: tokenFor(desk.gate, operand(line, 0)),
      code: await codeOf(line),
    });
    return { value, isGood: value.ok };
  });

const restore = (desk: Desk, line: CommandLine): Promise<Answer> =>
  stoppable(desk, async (jobId) => {
    const file = tokenFor(desk.gate, operand(line, 0));
    return good(await ask(desk, 'backups.restore', contract.backups.restore.output, { jobId, file, code: await codeOf(line) }));
  });

/** The audit log: proven entry by entry, or its latest entries. */
const audit = (desk: Desk, line: CommandLine): Promise<Answer> => {
  const what = operand(line, 0);
  if (what !== 'verify' && what !== 'list')
    throw new UsageError('usage_option_value', { option: 'audit', value: what, expected: ['verify', 'list'] });
  return stoppable(desk, async (jobId) => {
    if (what === 'verify') {
      const value = await ask(desk, 'audit.verify', contract.audit.verify.output, { jobId });
      return { value, isGood: value.isWhole };
    }
    return good(await ask(desk, 'audit.list', contract.audit.list.output, { ...(line.limit !== null && { limit: line.limit }) }));
  });
};

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

const call = async (desk: Desk, line: CommandLine): Promise<Answer> =>
  good(unwrap(await desk.gate.call(operand(line, 0), withTokens(desk.gate, parseJson(operand(line, 1))), desk.seat)));

/** Commands that enter at the gate. */
export const gateCommands: Readonly<
  Record<Exclude<CommandName, 'ops' | 'help'>, (desk: Desk, line: CommandLine) => Promise<Answer>>
> = { import: importFile, today, segments, forecast, customer, backup, verify, restore, check, salvage, audit, call };

/** The whole contract; it needs no store. */
export const ops = (): Answer => good(describeContract());
