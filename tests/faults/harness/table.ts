import type { Row } from './scenario.ts';

/** One row of a run, with the scenario it belongs to and what that promises. */
export interface Line {
  readonly scenario: string;
  readonly says: string;
  readonly seed: number;
  readonly row: Row;
}

const heads = ['scenario', 'seed', 'rounds', 'passed', 'failed', 'skipped'] as const;

const cellsOf = ({ scenario, seed, row }: Line): string[] => [
  `${scenario}: ${row.part}`,
  String(seed),
  String(row.rounds),
  String(row.rounds - row.failures.length),
  String(row.failures.length),
  row.skipped === null ? '' : 'skipped',
];

/** What a terminal shows of a text: Chinese characters take two columns. */
const padded = (text: string, width: number, isNumber: boolean): string => (isNumber ? text.padStart(width) : text.padEnd(width));

/** The table, then whatever failed or was skipped, each with what it says. */
export const tableOf = (lines: readonly Line[]): string => {
  const rows = [heads as readonly string[], ...lines.map(cellsOf)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const text = rows.map((row) =>
    row.map((cell, column) => padded(cell, widths[column] ?? 0, column > 0 && column < 5)).join('  '),
  );
  const promises = [...new Set(lines.map(({ scenario, says }) => `${scenario}: ${says}`))];
  const notes = lines.flatMap(({ scenario, row: { part, kinds, notes: more } }) => {
    const told = [...Object.entries(kinds).map(([how, times]) => `${times} ${how}`), ...more];
    return told.length === 0 ? [] : [`${scenario}: ${part}: ${told.join(', ')}`];
  });
  const skipped = lines.flatMap(({ scenario, row }) =>
    row.skipped === null ? [] : [`skipped  ${scenario}: ${row.part}: ${row.skipped}`],
  );
  const failed = lines.flatMap(({ scenario, row }) =>
    row.failures.slice(0, 20).map((failure) => `FAILED   ${scenario}: ${row.part}: ${failure}`),
  );
  return `${[...promises, '', ...text, '', ...notes, ...skipped, ...failed].join('\n')}\n`;
};

/** Each line of the table as one test; what was skipped is never counted as passed. */
export const tallyOf = (lines: readonly Line[]): { passed: number; failed: number; skipped: number } => {
  const count = (is: (row: Row) => boolean): number => lines.filter(({ row }) => is(row)).length;
  return {
    // A line without a single round has shown nothing.
    passed: count(({ skipped, failures, rounds }) => skipped === null && failures.length === 0 && rounds > 0),
    failed: count(({ skipped, failures, rounds }) => skipped === null && (failures.length > 0 || rounds === 0)),
    skipped: count(({ skipped }) => skipped !== null),
  };
};

export const reportOf = (lines: readonly Line[]): unknown => ({ ...tallyOf(lines), lines });
