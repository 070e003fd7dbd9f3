/** npm run faults: kills, cuts and breaks things on purpose and prints one table. Arguments go to the harness: --full, --only NAME, --seed N, --jobs N. */
import { readyRuntime } from './runtime/ready.ts';
import { placeFaultTools } from './runtime/faultTools.ts';
import { main } from './tools/main.ts';
import { runNode } from './tools/run.ts';

await main(async () => {
  await readyRuntime();
  await placeFaultTools();
  const { code } = await runNode('tests/faults/harness/main.ts', process.argv.slice(2));
  return code;
});
