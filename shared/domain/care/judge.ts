import { addMonths } from '../../types/time.ts';
import type { LocalDate } from '../../types/time.ts';
import type { PartialDateParts } from '../partialDate.ts';
import { anomaliesOf, anomalyFields } from './anomalies.ts';
import type { Anomaly, CheckBasis, CheckedFacts } from './anomalies.ts';
import { fieldBits } from './fields.ts';
import type { CareField, CareWeights } from './fields.ts';
import { scoreCare } from './score.ts';
import type { CareReason, FieldState, FieldStates } from './score.ts';

/** All that is scored and checked of one customer. */
export interface CareFacts extends CheckedFacts {
  readonly gender: 'female' | 'male' | 'unknown';
  readonly preferredChannel: string | null;
  /** Likes in words or as tags. */
  readonly hasLikes: boolean;
  /** Any number or account, whether it still holds or not. */
  readonly hasPhone: boolean;
  readonly hasWechat: boolean;
  /** One that has not turned out wrong. */
  readonly hasValidWechat: boolean;
  /** Latest day on which each field was confirmed. */
  readonly verifiedOn: ReadonlyMap<string, LocalDate>;
  /** What somebody called right, as `anomalyKey` writes it. */
  readonly accepted: ReadonlySet<string>;
}

export interface CareBasis extends CheckBasis {
  readonly weights: CareWeights;
  /** Months for which a confirmation holds. */
  readonly verifiedMonths: number;
}

export interface JudgedAnomaly extends Anomaly {
  /** Somebody said that it is right. */
  readonly isAccepted: boolean;
}

/** What follows from the facts: score, reasons, and everything that looks wrong. */
export interface CareJudgement {
  readonly score: number;
  readonly reasons: readonly CareReason[];
  /** Fields that are missing, and those that are wrong, partial or unconfirmed, as bits. */
  readonly missing: number;
  readonly flawed: number;
  readonly anomalies: readonly JudgedAnomaly[];
}

/** By which "it is right" is remembered: another value, and it is asked again. */
export const anomalyKey = ({ kind, value }: Pick<Anomaly, 'kind' | 'value'>): string => `${kind} ${value}`;

const isWhole = (birthday: PartialDateParts): boolean => birthday.month !== null && birthday.day !== null;

const statesOf = (facts: CareFacts, doubtful: ReadonlySet<string>): FieldStates => {
  const state = (field: CareField, isKnown: boolean, more: Partial<FieldState> = {}): FieldState => ({
    isKnown,
    isPartial: false,
    isInvalid: doubtful.has(field),
    verifiedOn: facts.verifiedOn.get(field) ?? null,
    ...more,
  });
  const { birthday, hasPhone, phones } = facts;
  return {
    name: state('name', true),
    // One number in doubt beside another that holds leaves the person reachable.
    phone: state('phone', hasPhone, { isInvalid: phones.length === 0 || doubtful.has('phone') }),
    birthday: state('birthday', birthday !== null, { isPartial: birthday !== null && !isWhole(birthday) }),
    consentOn: state('consentOn', facts.consentOn !== null),
    wechat: state('wechat', facts.hasWechat, { isInvalid: !facts.hasValidWechat }),
    likes: state('likes', facts.hasLikes),
    region: state('region', facts.region !== null),
    gender: state('gender', facts.gender !== 'unknown'),
    preferredChannel: state('preferredChannel', facts.preferredChannel !== null),
  };
};

/** Phones in doubt make the field doubtful only when no other one holds. */
const doubtfulFields = (facts: CareFacts, open: readonly Anomaly[]): Set<string> => {
  const bad = new Set(open.filter(({ kind }) => anomalyFields[kind] === 'phone').map(({ value }) => value));
  const holds = facts.phones.some(({ value, e164 }) => !bad.has(value) && (e164 === null || !bad.has(e164)));
  return new Set(open.map(({ kind }) => anomalyFields[kind]).filter((field) => field !== 'phone' || !holds));
};

/** Scores and checks one customer (R185, R186): a pure function of the facts and the basis. */
export const judgeCare = (facts: CareFacts, basis: CareBasis): CareJudgement => {
  const anomalies = anomaliesOf(facts, basis).map((anomaly) => ({
    ...anomaly,
    isAccepted: facts.accepted.has(anomalyKey(anomaly)),
  }));
  const open = anomalies.filter(({ isAccepted }) => !isAccepted);
  const states = statesOf(facts, doubtfulFields(facts, open));
  const { score, reasons } = scoreCare(states, basis.weights, addMonths(basis.today, -basis.verifiedMonths));
  const bitsOf = (isWanted: (reason: CareReason) => boolean): number =>
    fieldBits(reasons.filter((reason) => isWanted(reason)).map(({ field }) => field));
  return {
    score,
    reasons,
    missing: bitsOf(({ problem }) => problem === 'missing'),
    flawed: bitsOf(({ problem }) => problem !== 'missing'),
    anomalies,
  };
};
