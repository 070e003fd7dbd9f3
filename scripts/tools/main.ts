/**
 * Runs a script's main function. What it returns is the exit code; an error becomes one clear line, with
 * the stack only when REGULARS_DEBUG is set.
 */
export async function main(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`regulars: ${message}\n`);
    if (process.env['REGULARS_DEBUG'] && error instanceof Error)
      process.stderr.write(`${error.stack ?? ''}\n`);
    process.exitCode = 1;
  }
}
