import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const module = pathToFileURL(join(import.meta.dirname, '..', '..', 'scripts', 'tools', 'main.ts')).href;

/** Exit code and last words of a script whose main function is the given source. */
function runMain(work: string) {
  // A library that ends the process its own way, as one of ours does.
  const library = "process.on('beforeExit', () => { process.exit(0) });";
  const source = `import { main } from ${JSON.stringify(module)}; ${library} await main(${work});`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', source], { encoding: 'utf8' });
  return { status, stderr };
}

test('a script that failed says so by its exit code, whatever its libraries do at the end', () => {
  expect(runMain('async () => 1').status).toBe(1);
  expect(runMain('async () => 0').status).toBe(0);
});

test('an error is one line, without a stack', () => {
  expect(runMain("async () => { throw new Error('no runtime') }")).toEqual({ status: 1, stderr: 'regulars: no runtime\n' });
});
