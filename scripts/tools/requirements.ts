import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './paths.ts';

/** One line of tests/requirements/list.txt. */
export interface Requirement {
  /** R001 to R203 from the trade's own documents, X01 to X82 from what shops know elsewhere. */
  readonly id: string;
  /** CORE, ADAPT (done in the offline form named), OUT (the nearest honest form), PEER. */
  readonly mark: string;
  readonly text: string;
}

const LINE = /^([RX]\d{2,3}) (CORE|ADAPT|OUT|PEER) (.+)$/;
const IDS = /\b(?:R\d{3}|X\d{2})\b/g;
const TEST_FILES = ['*.test.ts', '*.test.tsx', '*.e2e.ts'];

/** Reads the project's own list; a line that does not parse is an error that names it. */
export const parseRequirements = (text: string): Requirement[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, id, mark, sentence] = LINE.exec(line) ?? [];
      if (id === undefined || mark === undefined || sentence === undefined) throw new Error(`not a requirement: ${line}`);
      return { id, mark, text: sentence };
    });

export const listRequirements = (): Requirement[] =>
  parseRequirements(readFileSync(resolve(root, 'tests', 'requirements', 'list.txt'), 'utf8'));

/** Every id that the text names, each once. */
export const idsNamedIn = (text: string): Set<string> => new Set(text.match(IDS) ?? []);

/** Which test files name each id: what git tracks, as it stands in the working tree. */
export const testsById = (): Map<string, string[]> => {
  const files = execFileSync('git', ['ls-files', '-z', ...TEST_FILES], { cwd: root, encoding: 'utf8' }).split('\0');
  const named = new Map<string, string[]>();
  for (const file of files.filter((name) => name !== ''))
    for (const id of idsNamedIn(readFileSync(resolve(root, file), 'utf8'))) named.set(id, [...(named.get(id) ?? []), file]);
  return named;
};
