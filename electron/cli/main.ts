import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AppError, unwrap } from '../../shared/errors.ts';
import { openGate } from '../gate/gate.ts';
import { isDamage } from '../gate/rescueHandlers.ts';
import type { Gate } from '../gate/gate.ts';
import { UsageError, languageOf, parseCommandLine } from './arguments.ts';
import type { CommandLine } from './arguments.ts';
import { gateCommands, ops } from './commands.ts';
import type { Answer, Desk } from './desk.ts';
import { encryptIfAsked, openLock } from './lock.ts';
import { signIn } from './signIn.ts';
import { errorText } from './errorText.ts';
import { usage } from './usage.ts';

// The same gate without a window: JSON on standard output, errors as JSON on standard error.

const EXIT_NOT_DONE = 1;
const EXIT_USAGE = 2;

const print = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((settle) => {
    stream.write(text, () => settle());
  });
const printJson = (stream: NodeJS.WriteStream, value: unknown): Promise<void> =>
  print(stream, `${JSON.stringify(value, null, 2)}\n`);

const open = (storePath: string, line: CommandLine): Promise<Gate> => {
  const say = (level: string) => (text: string) => {
    if (line.isVerbose) console.error(`${level}: ${text}`);
  };
  return openGate({
    storePath,
    today: line.today,
    workers: { store: new URL('../worker/store.ts', import.meta.url), engine: new URL('../worker/engine.ts', import.meta.url) },
    log: { warn: say('warn'), error: say('error') },
  });
};

/** These bring their own data: for all others a store that is not there is a mistyped path, not a new shop. */
const mayStartEmpty = (line: CommandLine): boolean => ['import', 'restore', 'call'].includes(line.command);

const isForDamaged = (line: CommandLine): boolean => ['restore', 'check', 'salvage'].includes(line.command);

const withGate = async (storePath: string, line: CommandLine, work: (desk: Desk) => Promise<Answer>): Promise<Answer> => {
  const gate = await open(storePath, line);
  const stopListening = gate.onEvent((event) => {
    if (line.isVerbose && event.type === 'progress')
      console.error(`progress: ${event.phase} ${event.done}/${event.total ?? '?'}`);
  });
  try {
    return await work({ gate, seat: gate.openSeat() });
  } finally {
    stopListening();
    await gate.close();
  }
};

/** A backup can be proven where no store is: then the gate opens on an empty one that is thrown away. */
const withoutStore = async (line: CommandLine, work: (desk: Desk) => Promise<Answer>): Promise<Answer> => {
  const folder = await mkdtemp(join(tmpdir(), 'regulars-'));
  try {
    return await withGate(join(folder, 'empty.regulars'), line, work);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** An error about a file or folder names the one of the command line: past the gate it was only a token. */
const namingPath = async (line: CommandLine, work: () => Promise<Answer>): Promise<Answer> => {
  try {
    return await work();
  } catch (error) {
    const isAboutPath = error instanceof AppError && /^(file|folder|column|backup)_/.test(error.code) && line.command !== 'call';
    throw isAboutPath ? new AppError(error.code, { path: resolve(line.operands[0] ?? ''), ...error.details }) : error;
  }
};

const run = async (line: CommandLine): Promise<Answer | null> => {
  const { command } = line;
  if (command === 'help') return null;
  if (command === 'ops') return ops();
  const work = (desk: Desk): Promise<Answer> => namingPath(line, () => gateCommands[command](desk, line));
  if (command === 'verify') return withoutStore(line, work);
  const storePath = resolve(line.store ?? '');
  if (!existsSync(storePath) && !mayStartEmpty(line)) throw new AppError('file_missing', { path: storePath });
  return withGate(storePath, line, async (desk) => {
    await openLock(desk, line).catch((error: unknown) => {
      if (!(isForDamaged(line) && error instanceof AppError && isDamage(error.code))) throw error;
    });
    // A damaged store must not keep its own cure out.
    if (!isForDamaged(line)) unwrap(desk.gate.state());
    await signIn(desk, line);
    await encryptIfAsked(desk, line);
    return work(desk);
  });
};

const describeFailure = (error: unknown, args: readonly string[]) => {
  const language = languageOf(args);
  if (error instanceof UsageError || error instanceof AppError) {
    const { code, details } = error;
    return { code, details, message: errorText(code, details, language) };
  }
  return { code: 'internal', details: {}, message: errorText('internal', {}, language) };
};

const main = async (args: readonly string[]): Promise<number> => {
  try {
    const answer = await run(parseCommandLine(args));
    if (answer === null) await print(process.stdout, usage);
    else await printJson(process.stdout, answer.value);
    return answer === null || answer.isGood ? 0 : EXIT_NOT_DONE;
  } catch (error) {
    if (args.includes('--verbose') && error instanceof Error) console.error(error.stack);
    await printJson(process.stderr, { error: describeFailure(error, args) });
    return error instanceof UsageError ? EXIT_USAGE : EXIT_NOT_DONE;
  }
};

process.exitCode = await main(process.argv.slice(2));
