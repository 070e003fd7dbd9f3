import { spawn } from 'node:child_process';
import { track } from './children.ts';
import { root } from './paths.ts';

export interface RunResult {
  readonly code: number;
  readonly output: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Keep the output for the caller instead of showing it. */
  readonly quiet?: boolean;
}

/**
 * Runs a program to its end and reports its exit code; a signal counts as code 1. It never gets our
 * standard input, so that nothing waits for an answer in a run without a terminal.
 */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const child = track(
      spawn(command, args, {
        cwd: options.cwd ?? root,
        // Colours only where a person is looking at the program's own output.
        env: { ...process.env, ...((options.quiet || !process.stdout.isTTY) && { NO_COLOR: '1' }), ...options.env },
        stdio: ['ignore', options.quiet ? 'pipe' : 'inherit', options.quiet ? 'pipe' : 'inherit'],
      }),
    );
    const chunks: string[] = [];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => chunks.push(text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output: chunks.join('') });
    });
  });
}

/** Runs a script of an installed package with this very Node. */
export function runNode(script: string, args: readonly string[], options?: RunOptions): Promise<RunResult> {
  return run(process.execPath, [script, ...args], options);
}

/** Runs a program quietly and fails with its last words when it does not succeed. */
export async function mustRun(what: string, command: string, args: readonly string[], options: RunOptions = {}) {
  const { code, output } = await run(command, args, { ...options, quiet: true });
  if (code !== 0) throw new Error(`${what} failed (exit ${String(code)}): ${output.trim().slice(-1500)}`);
  return output;
}
