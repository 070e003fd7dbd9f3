import { spawn } from 'node:child_process';
import { track } from './tools/children.ts';
import { root } from './tools/paths.ts';
import type { Runtime } from './runtime/ready.ts';

/** Chromium's own sandbox refuses to run as root; everywhere else it stays on. */
export function sandboxArguments(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Opens the built app of this checkout and waits until it is closed; returns its exit code. */
export function openApp(runtime: Runtime, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const app = track(spawn(runtime.executable, [...sandboxArguments(), root, ...args], { stdio: 'inherit' }));
    app.on('error', reject);
    app.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
