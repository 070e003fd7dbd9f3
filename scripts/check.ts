/** npm run check: the fast part of the tests, before every push. */
import { passes, staticChecks } from './checks.ts';
import { runVitest } from './suites.ts';
import { main } from './tools/main.ts';
import { add, closingLine, nothing, one } from './tools/tally.ts';

await main(async () => {
  let total = nothing;
  for (const check of staticChecks) total = add(total, one(await passes(check)));
  total = add(total, await runVitest(['unit']));
  process.stdout.write(`${closingLine(total)}\n`);
  return total.failed === 0 ? 0 : 1;
});
