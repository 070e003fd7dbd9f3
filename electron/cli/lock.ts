import { readFile, writeFile } from 'node:fs/promises';
import { vaultContract } from '../../shared/contract/vault.ts';
import { AppError, unwrap } from '../../shared/errors.ts';
import type { CommandLine } from './arguments.ts';
import type { Desk } from './desk.ts';

// Options --encrypt and --code-file: how the command line locks a store and opens a locked one.

/** A code is longer than any of its files' decorations; more than this is another file. */
const LONGEST_CODE_FILE = 4000;

/** The words in a code file. Errors: file_missing, key_wrong. */
export const codeIn = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new AppError('file_missing', { path });
  });
  if (text.length > LONGEST_CODE_FILE) throw new AppError('key_wrong', { way: 'recovery_code' });
  return text.slice(0, 400);
};

const keepCode = async (path: string | null, words: readonly string[]): Promise<void> => {
  if (path === null) console.error(JSON.stringify({ recoveryCode: words }));
  else await writeFile(path, `${words.join(' ')}\n`);
};

const ask = async ({ gate, seat }: Desk, name: string, input: object): Promise<unknown> =>
  unwrap(await gate.call(name, input, seat));
const statusOf = async (desk: Desk) => vaultContract.status.output.parse(await ask(desk, 'vault.status', {}));

/** Opens a locked store with the words of --code-file. Errors: key_wrong, file_missing. */
export const openLock = async (desk: Desk, { codeFile }: CommandLine): Promise<void> => {
  if (codeFile === null || !(await statusOf(desk)).isLocked) return;
  await ask(desk, 'vault.unlockByCode', { code: await codeIn(codeFile) });
};

/** Locks a store in the clear where --encrypt says so. Errors: conflict (file_exists), not_permitted. */
export const encryptIfAsked = async (desk: Desk, { encrypt, codeFile }: CommandLine): Promise<void> => {
  if (!encrypt || (await statusOf(desk)).isEncrypted) return;
  unwrap(desk.gate.state());
  // Before the store is locked for good, the code must have a place.
  if (codeFile !== null) await writeFile(codeFile, '', { flag: 'wx', mode: 0o600 }).catch(() => refuse(codeFile));
  const words = vaultContract.encrypt.output.parse(await ask(desk, 'vault.encrypt', { codeOnly: true }));
  await keepCode(codeFile, words.english);
};

const refuse = (path: string): never => {
  throw new AppError('conflict', { reason: 'file_exists', path });
};
