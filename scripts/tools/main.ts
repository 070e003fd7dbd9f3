import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * Runs a script's main function. What it returns is the exit code; an error becomes one clear line, with
 * the stack only when REGULARS_DEBUG is set.
 */
export async function main(work: () => Promise<number>): Promise<void> {
  let code = 1;
  try {
    code = await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`regulars: ${message}\n`);
    if (process.env['REGULARS_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  }
  // Not process.exitCode: electron-builder's exit hook sets that back to 0, and a failed run would look like success.
  process.exit(code);
}

/** Whether the module of this URL is the script that was started, not one that was imported. */
export function isScript(url: string): boolean {
  return process.argv[1] !== undefined && pathToFileURL(realpathSync(process.argv[1])).href === url;
}
