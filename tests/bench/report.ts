import { writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type as system } from 'node:os';
import type { Measurement } from './measure.ts';
import { figuresOf } from './statistics.ts';
import type { Figures } from './statistics.ts';

/** One line of the table: what a measurement comes to. */
export interface Line {
  readonly size: number;
  readonly id: string;
  readonly what: string;
  readonly statistic: Measurement['statistic'];
  readonly ours: Figures;
  readonly control: Figures | null;
  readonly controlIs: string;
  /** Ours over the control, by the figure that the goal speaks of. */
  readonly ratio: number | null;
  readonly goal: string;
  readonly isMet: boolean | null;
  readonly note: string;
}

/** What could not be measured, and why. */
export interface Failure {
  readonly size: number;
  readonly name: string;
  readonly reason: string;
}

const goalText = ({ goal, statistic }: Measurement): string => {
  if (goal === null) return '';
  return 'ratio' in goal ? `${statistic} <= ${goal.ratio}x` : `${statistic} <= ${goal.milliseconds} ms`;
};

export const lineOf = (size: number, measurement: Measurement): Line => {
  const { id, what, statistic, controlIs, goal, note } = measurement;
  const ours = figuresOf(measurement.ours);
  const control = measurement.control && figuresOf(measurement.control);
  const ratio = control && ours[statistic] / control[statistic];
  const isMet =
    goal === null ? null : 'ratio' in goal ? ratio !== null && ratio <= goal.ratio : ours[statistic] <= goal.milliseconds;
  return { size, id, what, statistic, ours, control, controlIs, ratio, goal: goalText(measurement), isMet, note };
};

/** Whether the list's time depends on the history: the 10k shop has a tenth of the visits of the 100k shop. */
export const historyLine = (lines: readonly Line[]): Line[] => {
  const [small, large] = [10_000, 100_000].map((size) => lines.find((line) => line.id === 'P1' && line.size === size));
  if (!small || !large) return [];
  const ratio = large.ours.median / small.ours.median;
  return [
    {
      ...large,
      id: 'P1 history',
      what: "today's list, 1M visits against 100k",
      control: small.ours,
      controlIs: 'ours at 10k',
      ratio,
      goal: 'median <= 1.2x',
      isMet: ratio <= 1.2,
      note: 'the small shop also has a tenth of the people',
    },
  ];
};

const number = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(2);

const columns: readonly (readonly [string, (line: Line) => string])[] = [
  ['size', ({ size }) => (size % 1000 === 0 ? `${size / 1000}k` : String(size))],
  ['id', ({ id }) => id],
  ['what', ({ what }) => what],
  ['n', ({ ours }) => String(ours.n)],
  ['median', ({ ours }) => number(ours.median)],
  ['p95', ({ ours }) => number(ours.p95)],
  ['p99', ({ ours }) => number(ours.p99)],
  ['spread', ({ ours }) => number(ours.spread)],
  ['control', ({ control }) => (control ? number(control.median) : '')],
  ['c.spread', ({ control }) => (control ? number(control.spread) : '')],
  ['ratio', ({ ratio }) => (ratio === null ? '' : `${number(ratio)}x`)],
  ['goal', ({ goal }) => goal],
  ['', ({ isMet }) => (isMet === null ? '' : isMet ? 'met' : 'MISSED')],
];

/** Cells of Han characters take two places. */
const width = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);

/** A time that grows no faster than the logarithm of the shop's size, with half as much again for noise. */
const GROWTH_ALLOWANCE = 1.5;

/** P13: each front-desk operation at every size side by side, and whether it grows like a logarithm or slower. */
export const growthTable = (lines: readonly Line[]): string => {
  const found = lines.filter(({ id }) => id === 'P13');
  const sizes = [...new Set(found.map(({ size }) => size))].toSorted((one, other) => one - other);
  const [smallest, largest] = [sizes.at(0), sizes.at(-1)];
  if (smallest === undefined || largest === undefined || smallest === largest) return '';
  const allowed = GROWTH_ALLOWANCE * (Math.log(largest) / Math.log(smallest));
  const rows = [...new Set(found.map(({ what }) => what))].map((what) => {
    const medians = sizes.map(
      (size) => found.find((line) => line.what === what && line.size === size)?.ours.median ?? Number.NaN,
    );
    const growth = (medians.at(-1) ?? Number.NaN) / (medians[0] ?? Number.NaN);
    return [what, ...medians.map(number), `${number(growth)}x`, growth <= allowed ? 'met' : 'MISSED'];
  });
  const heads = ['P13, median ms', ...sizes.map((size) => `${size / 1000}k`), 'growth', `<= ${allowed.toFixed(1)}x`];
  return ['', ...aligned([heads, ...rows])].join('\n');
};

const aligned = (cells: readonly (readonly string[])[]): string[] => {
  const widths = (cells[0] ?? []).map((_head, at) => Math.max(...cells.map((row) => width(row[at] ?? ''))));
  return cells.map((row) =>
    row
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - width(cell)))
      .join('  ')
      .trimEnd(),
  );
};

/** The table, in milliseconds, then what each line is held against and what there is to know. */
export const tableOf = (lines: readonly Line[]): string => {
  const table = aligned([columns.map(([head]) => head), ...lines.map((line) => columns.map(([, cell]) => cell(line)))]);
  const notes = lines
    .filter(({ id }) => !id.startsWith('P5 ') && id !== 'P13')
    .map(({ size, id, controlIs, note }) => `${size / 1000}k ${id}: control is ${controlIs}${note === '' ? '' : `; ${note}`}`);
  return [...table, '', ...notes].join('\n');
};

/** Writes everything for later comparison. */
export const writeResults = (path: string, lines: readonly Line[], failures: readonly Failure[], at: string): void => {
  const machine = {
    system: `${system()} ${release()}`,
    processor: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memory: totalmem(),
  };
  writeFileSync(path, `${JSON.stringify({ at, node: process.versions.node, machine, unit: 'ms', lines, failures }, null, 2)}\n`);
};
