import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const entry = join(root, 'electron', 'cli', 'main.ts');
/** Three threads load some hundred TypeScript files at every start: compiled once, each run is twice as fast. */
const environment = { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'regulars-cli') };

/** What a run of the command line left: its exit code (null when a signal ended it) and both streams. */
export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliProcess {
  readonly done: Promise<CliRun>;
  /** Resolves once standard error holds the text, or the process is over. */
  said(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the real command line in a process of its own. */
export const startCli = (...args: readonly string[]): CliProcess => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry, ...args], {
    cwd: root,
    env: environment,
  });
  let [stdout, stderr] = ['', ''];
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    tell();
  });
  let isOver = false;
  const done = new Promise<CliRun>((resolve) => {
    child.once('close', (code) => {
      isOver = true;
      resolve({ code, stdout, stderr });
      tell();
    });
  });
  return {
    done,
    said: (text) =>
      new Promise((resolve) => {
        const listener = (): void => {
          if (!isOver && !stderr.includes(text)) return;
          listeners.delete(listener);
          resolve();
        };
        listeners.add(listener);
        listener();
      }),
    kill: (signal) => {
      child.kill(signal);
    },
  };
};

/** Runs a command to its end. */
export const cli = (...args: readonly string[]): Promise<CliRun> => startCli(...args).done;

const errorSchema = z.object({
  error: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()), message: z.string() }),
});
export type CliError = z.output<typeof errorSchema>['error'];

/** The answer on standard output, in the shape asked for. Fails when the command failed. */
export const answerOf = <Output extends z.ZodType>(run: CliRun, output: Output): z.output<Output> => {
  if (run.code !== 0) throw new Error(`exit code ${run.code}: ${run.stderr}`);
  return output.parse(JSON.parse(run.stdout));
};

/** The error on standard error. */
export const errorOf = (run: CliRun): CliError => errorSchema.parse(JSON.parse(run.stderr)).error;
