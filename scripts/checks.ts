import { inPackage } from './tools/paths.ts';
import { runNode } from './tools/run.ts';

/** One check over the sources, counted as one test. */
export interface Check {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
}

const rooms = ['shared', 'electron', 'renderer', 'tests', 'scripts'];

/** Everything that is proven without running the program. */
export const staticChecks: readonly Check[] = [
  ...rooms.map((room) => ({ name: `types: ${room}`, script: inPackage('typescript', 'bin', 'tsc'), args: ['-p', room] })),
  { name: 'lint', script: inPackage('oxlint', 'bin', 'oxlint'), args: ['--type-aware', '--deny-warnings', '--format=unix'] },
  { name: 'format', script: inPackage('prettier', 'bin', 'prettier.cjs'), args: ['--check', '--log-level=warn', '.'] },
  {
    name: 'layers',
    script: inPackage('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
    args: ['--config', 'tests/architecture/layers.cjs', 'shared', 'electron', 'renderer'],
  },
  {
    name: 'unused code',
    script: inPackage('knip', 'bin', 'knip.js'),
    args: ['--config', 'tests/config/knip.json', '--no-progress'],
  },
];

/** Runs a check, shows what it has to say only when it fails, and tells whether it passed. */
export async function passes(check: Check): Promise<boolean> {
  const { code, output } = await runNode(check.script, check.args, { quiet: true });
  process.stdout.write(code === 0 ? `  ok      ${check.name}\n` : `  FAILED  ${check.name}\n${output.trimEnd()}\n`);
  return code === 0;
}
