import { spawn } from 'node:child_process';
import { track } from './tools/children.ts';

/**
 * Runs `work` with a display to draw on: the user's own, or a virtual one (Xvfb) that ends with the work.
 * Xvfb picks a free display number itself, so that runs side by side do not collide.
 */
export async function withDisplay<T>(work: () => Promise<T>): Promise<T> {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return work();
  const server = track(
    spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    }),
  );
  try {
    const number = await new Promise<string>((resolve, reject) => {
      server.on('error', reject);
      server.on('exit', () => {
        reject(new Error('Xvfb ended before it opened a display'));
      });
      server.stdio[3]?.on('data', (data: Buffer) => {
        resolve(data.toString().trim());
      });
    });
    process.env['DISPLAY'] = `:${number}`;
    return await work();
  } finally {
    delete process.env['DISPLAY'];
    server.kill();
  }
}
