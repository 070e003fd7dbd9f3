/**
 * npm run -s requirements: every requirement with its mark and the tests that name it; a summary at the end. An id that no test
 * names is printed as such, not left out.
 */
import { listRequirements, testsById } from './tools/requirements.ts';

const requirements = listRequirements();
const tests = testsById();
for (const { id, mark, text } of requirements) {
  const files = tests.get(id) ?? [];
  process.stdout.write(`${id.padEnd(4)} ${mark.padEnd(5)} ${text}\n`);
  process.stdout.write(files.length === 0 ? '      no test names it\n' : files.map((file) => `      ${file}\n`).join(''));
}
const named = requirements.filter(({ id }) => tests.has(id));
process.stdout.write(`\n${named.length} of ${requirements.length} requirements are named by a test\n`);
