import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGate } from '../../../electron/gate/gate.ts';
import type { Gate } from '../../../electron/gate/gate.ts';
import type { Keyring } from '../../../electron/vault/vault.ts';
import { ownerSession } from '../../../electron/gate/session.ts';
import { operations } from '../../../shared/contract.ts';
import type { CallInput, OperationName, OutputOf } from '../../../shared/contract.ts';
import { unwrap } from '../../../shared/errors.ts';
import type { Envelope } from '../../../shared/errors.ts';
import { localDate } from '../../../shared/types/time.ts';
import { workers } from '../../helpers/workers.ts';

/** A gate with real workers on real files, as the window and the command line have it. */
export interface TestGate {
  readonly gate: Gate;
  readonly logged: string[];
  /** The answer as it would cross the bridge. */
  ask<Name extends OperationName>(name: Name, input: CallInput<Name>): Promise<Envelope<unknown>>;
  /** The value, parsed by the contract; throws the AppError that came instead. */
  call<Name extends OperationName>(name: Name, input: CallInput<Name>): Promise<OutputOf<Name>>;
  /** A token as the native dialog would give it. */
  token(path: string): string;
}

const opened: Gate[] = [];
const folders: string[] = [];

/** Opens a gate on a Saturday in November 2026, or the day given; `closeAll` closes it. */
export const openTestGate = async (
  storePath: string,
  today = '2026-11-21',
  keyring: Keyring | null = null,
): Promise<TestGate> => {
  const logged: string[] = [];
  const log = { warn: (text: string) => logged.push(text), error: (text: string) => logged.push(text) };
  const gate = await openGate({ storePath, workers, log, keyring, today: localDate(today) });
  opened.push(gate);
  const ask: TestGate['ask'] = (name, input) => gate.call(name, input, ownerSession);
  return {
    gate,
    logged,
    ask,
    call: async (name, input) => {
      const value = unwrap(await ask(name, input));
      const parsed = operations.get(name)?.output.parse(value);
      return parsed as OutputOf<typeof name>;
    },
    token: (path) => gate.tokens.issue(path).token,
  };
};

/** A folder of its own for one test; `closeAll` removes it. */
export const makeTestFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-fault-'));
  folders.push(folder);
  return folder;
};

/** Closes every gate and, unless told otherwise, removes every folder that a test has made. */
export const closeAll = async (options: { readonly keepFolders?: boolean } = {}): Promise<void> => {
  for (const gate of opened.splice(0)) await gate.close();
  if (options.keepFolders === true) return;
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
};
