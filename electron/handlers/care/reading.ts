import type { OutputOf } from '../../../shared/contract.ts';
import type { CareAnomaly } from '../../../shared/contract/care.ts';
import { anomalyFields, anomalyKinds } from '../../../shared/domain/care/anomalies.ts';
import { askToday } from '../../../shared/domain/care/ask.ts';
import { careFields, fieldBit } from '../../../shared/domain/care/fields.ts';
import { anomalyKey } from '../../../shared/domain/care/judge.ts';
import type { JudgedAnomaly } from '../../../shared/domain/care/judge.ts';
import { quarterOf } from '../../../shared/domain/care/quarter.ts';
import { rewardDue } from '../../../shared/domain/care/reward.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { careOf, careOfSeveral } from '../../engine/care/judge.ts';
import { holdersOfPhone } from '../../store/care.ts';
import { listChecks } from '../../store/careChecks.ts';
import { countAnomalies, listCarePeople, listOpenAnomalies, scoreGroups } from '../../store/careLists.ts';
import { askedUntil, editedOn, rewardedOn } from '../../store/careMarks.ts';
import { readCareRun } from '../../store/careRun.ts';
import { countCustomers } from '../../store/customers.ts';
import { countWaitingProposals } from '../../store/intake.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { requireKnownCustomer } from '../references.ts';

/** A number thousands share is counted no further. */
const MOST_SHARERS = 200;

/** An anomaly with the figures of today: how many share the number is counted when somebody looks. */
const shown = ({ database }: StoreContext, anomaly: JudgedAnomaly): CareAnomaly => {
  const { kind, value, figure, isAccepted } = anomaly;
  const usual =
    kind === 'region_variant'
      ? (readCareRun(database).crowds.regions.find(([spelling]) => spelling === value)?.[1] ?? null)
      : null;
  return {
    kind,
    value,
    field: anomalyFields[kind],
    figure: kind === 'phone_shared' ? holdersOfPhone(database, value, MOST_SHARERS).length : figure,
    usual,
    isAccepted,
  };
};

/** The points due to a customer for an updated profile; 0 when none are. */
export const rewardPointsOf = (context: StoreContext, customerId: CustomerId): number => {
  const judged = careOf(context, customerId);
  if (judged === null) return 0;
  const facts = {
    score: judged.score,
    updatedOn: editedOn(context.database, customerId),
    rewardedOn: rewardedOn(context.database, customerId),
  };
  return rewardDue(facts, context.settings(), context.today());
};

const ofCustomer = (context: StoreContext, customerId: CustomerId): OutputOf<'care.ofCustomer'> => {
  requireKnownCustomer(context, customerId);
  const { database } = context;
  const judged = careOf(context, customerId);
  if (judged === null) throw new AppError('conflict', { reason: 'customer_removed' });
  return {
    score: judged.score,
    reasons: [...judged.reasons],
    anomalies: judged.anomalies.map((anomaly) => shown(context, anomaly)),
    ask: askToday(judged.reasons, askedUntil(database, customerId), context.today()),
    rewardPoints: rewardPointsOf(context, customerId),
    waitingProposals: countWaitingProposals(database, customerId),
  };
};

const BAND = 10;
const FULL = 100;

const overview = ({ database }: StoreContext): OutputOf<'care.overview'> => {
  const scores = Array.from({ length: FULL / BAND }, (_band, index) => ({
    from: index * BAND,
    to: index === FULL / BAND - 1 ? FULL : index * BAND + BAND - 1,
    people: 0,
  }));
  const fields = careFields.map((field) => ({ field, bit: fieldBit(field), missing: 0, flawed: 0 }));
  let people = 0;
  let sum = 0;
  // One pass: a large shop has hundreds of groups.
  for (const group of scoreGroups(database)) {
    people += group.people;
    sum += group.score * group.people;
    const band = scores[Math.min(scores.length - 1, Math.floor(group.score / BAND))];
    if (band) band.people += group.people;
    for (const field of fields) {
      if ((group.missing & field.bit) !== 0) field.missing += group.people;
      if ((group.flawed & field.bit) !== 0) field.flawed += group.people;
    }
  }
  return {
    people,
    waiting: Math.max(0, countCustomers(database) - people),
    average: people === 0 ? null : Math.round(sum / people),
    scores,
    fields: fields.map(({ field, missing, flawed }) => ({ field, missing, flawed })),
    anomalies: countAnomalies(database).reduce((total, { count }) => total + count, 0),
  };
};

const anomalies: HandlersOf<'care'>['care.anomalies'] = (context, input) => {
  const counts = new Map(countAnomalies(context.database).map(({ kind, count }) => [kind, count]));
  const kinds = anomalyKinds.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
  const open = listOpenAnomalies(context.database, input);
  const judged = careOfSeveral(
    context,
    open.map((row) => row.customer_id),
  );
  const rows = open.map((row) => {
    const found = judged.get(row.customer_id)?.anomalies.find((anomaly) => anomalyKey(anomaly) === anomalyKey(row));
    // Kept today, and no longer so by the figures of this very moment: it is shown without its figure until the next check.
    const anomaly = found ?? { kind: row.kind, value: row.value, figure: null, isAccepted: false };
    return { customerId: row.customer_id, number: row.number, name: row.name, ...shown(context, anomaly) };
  });
  return {
    kinds,
    total: input.kind === null ? kinds.reduce((sum, { count }) => sum + count, 0) : (counts.get(input.kind) ?? 0),
    rows,
  };
};

type Names = 'care.ofCustomer' | 'care.overview' | 'care.people' | 'care.anomalies' | 'care.quarter';

/** What is known about the quality of what is known (R183, R185, R186). */
export const careReading: Pick<HandlersOf<'care'>, Names> = {
  'care.ofCustomer': (context, { customerId }) => ofCustomer(context, customerId),
  'care.overview': overview,
  'care.people': ({ database }, { filter, offset, limit }) => {
    const { total, rows } = listCarePeople(database, filter, { offset, limit });
    return {
      total,
      rows: rows.map((row) => ({
        customerId: row.customer_id,
        number: row.number,
        name: row.name,
        score: row.score,
        missing: careFields.filter((field) => (row.missing & fieldBit(field)) !== 0),
      })),
    };
  },
  'care.anomalies': anomalies,
  'care.quarter': (context) => {
    const { name, lastDay } = quarterOf(context.today());
    const rows = listChecks(context.database, name);
    const count = (outcome: (typeof rows)[number]['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
    return {
      name,
      endsOn: lastDay,
      size: context.settings().careCheckSize,
      done: rows.length - count(null),
      counts: { correct: count('correct'), changed: count('changed'), invalid: count('invalid') },
      rows: rows.map((row) => ({
        customerId: row.customer_id,
        number: row.number,
        name: row.name,
        score: row.score,
        outcome: row.outcome,
        at: row.at,
      })),
    };
  },
};
