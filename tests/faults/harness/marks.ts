import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Found } from './state.ts';

// The side journal of a desk that will be killed: what was asked, what was acknowledged, and the state of the store then.

const markSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), hash: z.string(), counts: z.array(z.number()) }),
  z.object({ kind: z.literal('asked'), name: z.string() }),
  z.object({
    kind: z.literal('answered'),
    name: z.string(),
    ok: z.boolean(),
    code: z.string().nullable(),
    hash: z.string(),
    counts: z.array(z.number()),
    /** A backup that was called good, and its content. */
    backup: z.object({ file: z.string(), sha256: z.string() }).nullable(),
  }),
]);
export type Mark = z.output<typeof markSchema>;

/** Every whole line; the last one may be cut. */
export const parseMarks = (text: string): Mark[] =>
  text
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== '')
    .map((line) => markSchema.parse(JSON.parse(line)));

export const readMarks = (path: string): Mark[] => (existsSync(path) ? parseMarks(readFileSync(path, 'utf8')) : []);

/** These may take rows away or put an older state in the store's place while nobody has heard the answer. */
const takesAway = /^(bin\.|merges\.|bulkEdits\.|imports\.undo|backups\.restore|customers\.(remove|purge)|settings\.|privacy\.)/;

export const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Whether what was promised is there. `where` turns a path of the desk into the path where it is now. */
export const brokenPromises = (
  marks: readonly Mark[],
  { state, problems }: Found,
  where: (path: string) => string = (path) => path,
): string[] => {
  const found = [...problems];
  const answers = marks.flatMap((mark) => (mark.kind === 'asked' ? [] : [mark]));
  const last = answers.at(-1);
  const lastBackup = marks.findLast((mark) => mark.kind === 'answered' && mark.backup !== null);
  if (lastBackup?.kind === 'answered' && lastBackup.backup) {
    const path = where(lastBackup.backup.file);
    if (!existsSync(path)) found.push('the newest good backup is gone');
    else if (sha256Of(path) !== lastBackup.backup.sha256) found.push('the newest good backup is not what it was');
  }
  if (!last || problems.length > 0) return found;
  if (!state) return [...found, 'everything that was acknowledged is lost'];
  if (state.hash === last.hash) return found;
  const end = marks.at(-1);
  const inFlight = end?.kind === 'asked' ? end.name : null;
  // Between two steps the shop may still write something of its own, such as that a call was refused: later than the last answer, never earlier.
  if (inFlight !== null && takesAway.test(inFlight)) return found;
  if (answers.some(({ hash }) => hash === state.hash))
    return [...found, `acknowledged writes are lost (under way: ${inFlight ?? 'nothing'})`];
  if (state.counts.some((count, index) => count < (last.counts[index] ?? 0)))
    return [...found, `rows that were acknowledged are gone (under way: ${inFlight ?? 'nothing'})`];
  return found;
};
