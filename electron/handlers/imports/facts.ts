import { hasFacts, type ImportedFacts } from '../../../shared/domain/imports/facts.ts';
import type { PackedThing } from '../../../shared/domain/exports/packed.ts';
import type { PartialDateParts } from '../../../shared/domain/partialDate.ts';
import {
  expiringFactId,
  expiringPeriodId,
  familyMemberId,
  importantDateId,
  interestId,
  patchTestId,
  safetyFactId,
  thingId as toThingId,
} from '../../../shared/types/ids.ts';
import type { CustomerId, ProductId, ThingId } from '../../../shared/types/ids.ts';
import { thingColumns } from '../../store/things.ts';
import type { Importing } from './newcomers.ts';

/** What an import adds to one person. `knownThings` names, by their places among the facts, the things that are here already. */
export interface FactsToAdd {
  readonly facts: ImportedFacts;
  readonly knownThings: readonly (ThingId | null)[];
}
export const asNew = (facts: ImportedFacts): FactsToAdd => ({ facts, knownThings: facts.things.map(() => null) });

const dateColumns = ({ calendar, year, month, day, isLeapMonth }: PartialDateParts) =>
  ({ calendar, year, month, day, is_leap_month: isLeapMonth ? 1 : 0 }) as const;

const addThing = (importing: Importing, customerId: CustomerId, thing: PackedThing): ThingId => {
  const id = toThingId(importing.context.newId());
  const { type, retired } = thing;
  importing.scratch?.add('things', {
    id,
    customer_id: customerId,
    type,
    ...thingColumns(thing),
    retired_on: retired?.on ?? null,
    retired_because: retired?.because ?? null,
    import_id: importing.importId,
    created_at: importing.now,
    changed_at: importing.now,
  });
  return id;
};

const addExpiring = (importing: Importing, customerId: CustomerId, { facts, knownThings }: FactsToAdd): void => {
  const { context, scratch, importId, now } = importing;
  const things = facts.things.map((thing, at) => knownThings[at] ?? addThing(importing, customerId, thing));
  for (const { kind, label, leadDays, note, thing, periods } of facts.expiring) {
    const last = periods.at(-1);
    if (last === undefined) continue;
    const id = expiringFactId(context.newId());
    scratch?.add('expiring_facts', {
      id,
      customer_id: customerId,
      thing_id: thing === null ? null : (things[thing - 1] ?? null),
      kind,
      label,
      valid_until: last.validUntil,
      lead_days: leadDays,
      note,
      import_id: importId,
      created_at: now,
      changed_at: now,
    });
    for (const { renewedOn, validUntil } of periods)
      scratch?.add('expiring_periods', {
        id: expiringPeriodId(context.newId()),
        fact_id: id,
        at: now,
        renewed_on: renewedOn,
        valid_until: validUntil,
        staff_id: context.actor.staffId,
      });
  }
};

/** Writes the facts of one person into the scratch, each marked with its import for the undo. */
export const addFacts = (
  importing: Importing,
  customerId: CustomerId,
  toAdd: FactsToAdd,
  products: ReadonlyMap<string, ProductId>,
): void => {
  const { context, scratch, importId, now, today } = importing;
  const { facts } = toAdd;
  if (scratch === null || !hasFacts(facts)) return;
  const own = { customer_id: customerId, import_id: importId };
  const { staffId } = context.actor;
  const productOf = (name: string | null): ProductId | null => (name === null ? null : (products.get(name) ?? null));
  for (const { kind, label, date, isYearly, leadDays } of facts.importantDates)
    scratch.add('important_dates', {
      ...own,
      ...dateColumns(date),
      id: importantDateId(context.newId()),
      kind,
      label,
      is_yearly: isYearly ? 1 : 0,
      lead_days: leadDays,
    });
  for (const { name, relation, birthDate } of facts.family)
    scratch.add('family_members', {
      ...own,
      id: familyMemberId(context.newId()),
      name,
      relation,
      calendar: birthDate?.calendar ?? null,
      birth_year: birthDate?.year ?? null,
      birth_month: birthDate?.month ?? null,
      birth_day: birthDate?.day ?? null,
      is_leap_month: birthDate?.isLeapMonth === true ? 1 : 0,
    });
  addExpiring(importing, customerId, toAdd);
  for (const { kind, name, on, product, note, wantedBy, state, settledOn, requirements } of facts.interests)
    scratch.add('interests', {
      ...own,
      id: interestId(context.newId()),
      at: on === today ? now : importing.noonOf(on),
      business_date: on,
      kind,
      product_id: productOf(product),
      name,
      note,
      requirements: JSON.stringify(requirements.map(({ label, value }) => ({ label, value }))),
      wanted_by: wantedBy,
      state,
      settled_on: settledOn,
      staff_id: staffId,
    });
  for (const { kind, what, severity, sinceOn, endedOn, source, note } of facts.safetyFacts)
    scratch.add('safety_facts', {
      ...own,
      id: safetyFactId(context.newId()),
      kind,
      what,
      severity,
      since_on: sinceOn,
      ended_on: endedOn,
      source,
      note,
      staff_id: staffId,
      created_at: now,
    });
  for (const { what, product, result, doneOn, validDays, readingDueOn, note } of facts.patchTests)
    scratch.add('patch_tests', {
      ...own,
      id: patchTestId(context.newId()),
      product_id: productOf(product),
      what,
      result,
      done_on: doneOn,
      valid_days: validDays,
      reading_due_on: readingDueOn,
      note,
      staff_id: staffId,
      created_at: now,
    });
};
