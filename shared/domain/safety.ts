import { addDays } from '../types/time.ts';
import type { LocalDate } from '../types/time.ts';

// What must not go wrong with a customer (X22, X23), and what the clerk is warned of before a visit is written down.

export const safetyKinds = ['allergy', 'contraindication', 'history'] as const;
export type SafetyKind = (typeof safetyKinds)[number];
export const severities = ['mild', 'moderate', 'severe'] as const;
export type Severity = (typeof severities)[number];
export const patchTestResults = ['pending', 'pass', 'fail'] as const;
export type PatchTestResult = (typeof patchTestResults)[number];

export const warningCodes = [
  'blocked',
  'allergy',
  'contraindication',
  'patch_test_failed',
  'patch_test_missing',
  'patch_test_pending',
  'patch_test_expired',
] as const;
export type WarningCode = (typeof warningCodes)[number];

/** One thing the clerk must have seen before the visit is written down. */
export interface VisitWarning {
  /** What is acknowledged: the same fact has the same key. */
  readonly key: string;
  readonly code: WarningCode;
  /** The substance, the product, or the reason of the block: what a sentence is made of. */
  readonly subject: string;
  readonly severity: Severity | null;
  /** The day of the failed or pending test, or the last day on which the expired one held. */
  readonly on: LocalDate | null;
}

/** A fact that ended before or on a day no longer counts on it. */
export const isActiveOn = (fact: { readonly endedOn: LocalDate | null }, day: LocalDate): boolean =>
  fact.endedOn === null || fact.endedOn > day;

/** A patch test as far as its validity goes. */
export interface TestedProduct {
  readonly productId: string | null;
  readonly what: string;
  readonly result: PatchTestResult;
  readonly doneOn: LocalDate;
  /** How long this test holds; null leaves it to the product. */
  readonly validDays: number | null;
}

/** A product on a line of the visit. */
export interface ProductOnLine {
  readonly id: string;
  readonly name: string;
  /** A passed patch test no older than so many days is needed; null needs none. */
  readonly patchTestDays: number | null;
}

/** The last day on which a passed test holds: the shorter of its own time and the product's; null holds for ever. */
export const validUntil = (test: Pick<TestedProduct, 'doneOn' | 'validDays'>, productDays: number | null): LocalDate | null => {
  const days = Math.min(test.validDays ?? Infinity, productDays ?? Infinity);
  return days === Infinity ? null : addDays(test.doneOn, days);
};

/** Entered by hand without choosing the product, a test still counts for the product of that very name. */
const isOf = (test: TestedProduct, product: ProductOnLine): boolean =>
  test.productId === null ? test.what.trim() === product.name.trim() : test.productId === product.id;

const latest = <Test extends TestedProduct>(tests: readonly Test[]): Test | undefined =>
  tests.reduce<Test | undefined>((best, test) => (best === undefined || test.doneOn >= best.doneOn ? test : best), undefined);

/** How a customer stands with one product on a day. */
export interface PatchTestState {
  readonly state: 'not_needed' | 'valid' | 'failed' | 'missing' | 'pending' | 'expired';
  readonly on: LocalDate | null;
}

/**
 * Judges the patch tests of one customer for one product on a day (X22). The latest that was read decides: failed warns always,
 * also where no test is required; passed holds for its time. One not read yet counts only when nothing older still holds. Tests
 * after the day are not known on it. `tests` in the order in which they were written down: the later of one day wins.
 */
export const patchTestStateOf = (tests: readonly TestedProduct[], product: ProductOnLine, day: LocalDate): PatchTestState => {
  const known = tests.filter((test) => isOf(test, product) && test.doneOn <= day);
  const read = latest(known.filter(({ result }) => result !== 'pending'));
  if (read?.result === 'fail') return { state: 'failed', on: read.doneOn };
  if (product.patchTestDays === null) return { state: 'not_needed', on: null };
  const until = read === undefined ? null : validUntil(read, product.patchTestDays);
  if (read !== undefined && (until === null || until >= day)) return { state: 'valid', on: until };
  const pending = latest(known.filter(({ result }) => result === 'pending'));
  if (pending !== undefined && (read === undefined || pending.doneOn > read.doneOn))
    return { state: 'pending', on: pending.doneOn };
  return read === undefined ? { state: 'missing', on: null } : { state: 'expired', on: until };
};

/** All that the warnings of a visit depend on. */
export interface SafetyRecord {
  readonly block: { readonly id: string; readonly reason: string } | null;
  readonly facts: readonly {
    readonly id: string;
    readonly kind: SafetyKind;
    readonly what: string;
    readonly severity: Severity | null;
    readonly endedOn: LocalDate | null;
  }[];
  readonly patchTests: readonly TestedProduct[];
}

const worstFirst = (left: VisitWarning, right: VisitWarning): number =>
  warningCodes.indexOf(left.code) - warningCodes.indexOf(right.code) ||
  severities.indexOf(right.severity ?? 'moderate') - severities.indexOf(left.severity ?? 'moderate') ||
  (left.key < right.key ? -1 : 1);

/**
 * What the clerk is warned of, worst first: do-not-serve (X23), active allergies and contraindications, and for each product of the
 * visit a patch test that failed, or is required and missing, not read yet or past its time (X22). Past history is shown, not
 * warned of.
 */
export const visitWarnings = (record: SafetyRecord, products: readonly ProductOnLine[], day: LocalDate): VisitWarning[] => {
  const { block, facts, patchTests } = record;
  const blocked: VisitWarning[] =
    block === null ? [] : [{ key: `blocked:${block.id}`, code: 'blocked', subject: block.reason, severity: null, on: null }];
  const known = facts.flatMap(({ id, kind, what, severity, endedOn }): VisitWarning[] =>
    kind === 'history' || !isActiveOn({ endedOn }, day)
      ? []
      : [{ key: `${kind}:${id}`, code: kind, subject: what, severity, on: null }],
  );
  const distinct = [...new Map(products.map((product) => [product.id, product])).values()];
  const tested = distinct.flatMap((product): VisitWarning[] => {
    const { state, on } = patchTestStateOf(patchTests, product, day);
    if (state === 'not_needed' || state === 'valid') return [];
    const code = `patch_test_${state}` as const;
    return [{ key: `${code}:${product.id}`, code, subject: product.name, severity: null, on }];
  });
  return [...blocked, ...known, ...tested].sort(worstFirst);
};

/** Those of the warnings that nobody has acknowledged. */
export const unseenWarnings = (warnings: readonly VisitWarning[], acknowledged: readonly string[]): VisitWarning[] =>
  warnings.filter(({ key }) => !acknowledged.includes(key));

/** An alert on arrival as far as its time goes. */
export interface AlertTime {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

/** Whether an alert that nobody has dismissed is shown on a day: from its first to its last day, both included (X23). */
export const isAlertShownOn = ({ fromOn, untilOn }: AlertTime, day: LocalDate): boolean =>
  fromOn <= day && (untilOn === null || untilOn >= day);
