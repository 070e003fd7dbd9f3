import { constants, existsSync } from 'node:fs';
import { copyFile, open, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { contract } from '../../shared/contract.ts';
import { AppError, unwrap } from '../../shared/errors.ts';
import type { Envelope } from '../../shared/errors.ts';
import { isDamage } from '../gate/rescueHandlers.ts';
import { UsageError } from './arguments.ts';
import type { CommandLine } from './arguments.ts';
import { ask, stoppable } from './desk.ts';
import type { Answer, Desk } from './desk.ts';
import { errorText } from './errorText.ts';

// Commands about a store that may be damaged (R3): what is wrong with it, and what of it can still be read.

/** Reads all of the store where it opens at all; damage that only this shows shuts it. */
const readAll = async ({ gate, seat }: Desk, jobId: string): Promise<Envelope<unknown>> => {
  const state = gate.state();
  return state.ok ? gate.call('backups.checkStore', { jobId, onlyIfDue: false }, seat) : state;
};

/**
 * The whole store read from end to end: `whole`; `findings` where its books, keys or audit log do not hold; `damaged` with what is known
 * of the damage and what can be done about it. Other reasons not to open, such as a missing key, are errors.
 */
export const check = (desk: Desk, { language }: CommandLine): Promise<Answer> =>
  stoppable(desk, async (jobId) => {
    const answer = await readAll(desk, jobId);
    if (answer.ok) {
      const { problems } = contract.backups.checkStore.output.parse(answer.value);
      const isGood = problems.length === 0;
      return { value: { verdict: isGood ? 'whole' : 'findings', problems, error: null, rescue: null }, isGood };
    }
    const { code, details } = answer.error;
    if (!isDamage(code)) return { value: unwrap(answer), isGood: false };
    const { backups, ...rescue } = await ask(desk, 'rescue.report', contract.rescue.report.output, {});
    const found = backups.map(({ token: _token, ...backup }) => backup);
    const error = { code, details, message: errorText(code, details ?? {}, language) };
    return { value: { verdict: 'damaged', problems: [], error, rescue: { ...rescue, backups: found } }, isGood: false };
  });

/** A copy that is on the disk, where nothing was. */
const copyWhole = async (from: string, to: string): Promise<void> => {
  await copyFile(from, to, constants.COPYFILE_EXCL);
  const file = await open(to, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};

/**
 * Brings what can be read of a damaged store into a new file; the store stays as it is. A locked store's file is locked with the same key,
 * and its .keys come along. Errors: conflict (file_exists, store_is_open where nothing is damaged), db_corrupt, disk_full.
 */
export const salvage = (desk: Desk, line: CommandLine): Promise<Answer> =>
  stoppable(desk, async (jobId) => {
    if (line.to === null) throw new UsageError('usage_option_missing', { option: '--to' });
    const to = resolve(line.to);
    const keys = `${desk.gate.storePath}.keys`;
    for (const path of [to, `${to}.keys`]) if (existsSync(path)) throw new AppError('conflict', { reason: 'file_exists', path });
    await readAll(desk, jobId);
    const { file, ...told } = await ask(desk, 'rescue.salvage', contract.rescue.salvage.output, { jobId });
    if (file === null) return { value: { file: null, ...told }, isGood: false };
    const rescued = desk.gate.tokens.pathOf(file);
    await copyWhole(rescued, to);
    if (existsSync(keys)) await copyWhole(keys, `${to}.keys`);
    await rm(dirname(rescued), { recursive: true, force: true });
    return { value: { file: to, ...told }, isGood: true };
  });
