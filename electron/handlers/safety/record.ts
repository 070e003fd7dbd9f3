import type { OutputOf } from '../../../shared/contract.ts';
import { isAlertShownOn, validUntil, visitWarnings } from '../../../shared/domain/safety.ts';
import type { ProductOnLine, SafetyRecord, VisitWarning } from '../../../shared/domain/safety.ts';
import { neededHealthFacts, neededPatchTests } from '../../../shared/domain/privateGroups.ts';
import type { CustomerId, ProductId } from '../../../shared/types/ids.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { listStandingAlerts } from '../../store/arrivalAlerts.ts';
import { findBlock } from '../../store/customerBlocks.ts';
import { listPatchTests, listSafetyFacts, listTestedProducts } from '../../store/safety.ts';
import type { PatchTestRow, SafetyFactRow } from '../../store/safety.ts';
import type { BaseContext } from '../context.ts';
import { maySeeGroup } from '../sight.ts';

type Safety = OutputOf<'customers.findById'>['safety'];

const factOf = (row: SafetyFactRow): Safety['facts'][number] => ({
  id: row.id,
  kind: row.kind,
  what: row.what,
  severity: row.severity,
  sinceOn: row.since_on,
  endedOn: row.ended_on,
  source: row.source,
  note: row.note,
});

const patchTestOf = (row: PatchTestRow): Safety['patchTests'][number] => ({
  id: row.id,
  productId: row.product_id,
  what: row.what,
  result: row.result,
  doneOn: row.done_on,
  validDays: row.valid_days,
  validUntil: row.result === 'pass' ? validUntil({ doneOn: row.done_on, validDays: row.valid_days }, row.product_days) : null,
  readingDueOn: row.reading_due_on,
  note: row.note,
});

/** All of a customer's safety, as the card shows it. */
export const safetyOf = (context: BaseContext, customerId: CustomerId): Safety => {
  const { database } = context;
  const day = context.today();
  const facts = listSafetyFacts(database, customerId).map(factOf);
  const tests = listPatchTests(database, customerId).map(patchTestOf);
  const seesAll = maySeeGroup(context, 'health');
  const block = findBlock(database, customerId);
  return {
    facts: seesAll ? facts : neededHealthFacts(facts),
    patchTests: seesAll ? tests : neededPatchTests(tests),
    alerts: listStandingAlerts(database, customerId).map((row) => ({
      id: row.id,
      alert: row.alert,
      fromOn: row.from_on,
      untilOn: row.until_on,
      endsWithVisit: row.ends_with_visit === 1,
      isShown: isAlertShownOn({ fromOn: row.from_on, untilOn: row.until_on }, day),
    })),
    block:
      block === undefined
        ? null
        : {
            id: block.id,
            reason: block.reason,
            blockedOn: block.blocked_on,
            blockedAt: block.blocked_at,
            staffName: block.staff_name,
          },
  };
};

const recordOf = ({ database }: BaseContext, customerId: CustomerId): SafetyRecord => ({
  block: findBlock(database, customerId) ?? null,
  facts: listSafetyFacts(database, customerId).map(factOf),
  patchTests: listPatchTests(database, customerId).map((row) => ({
    productId: row.product_id,
    what: row.what,
    result: row.result,
    doneOn: row.done_on,
    validDays: row.valid_days,
  })),
});

/** What the clerk must have seen before a visit of that day with these products is written down. */
export const warningsFor = (
  context: BaseContext,
  customerId: CustomerId,
  productIds: readonly ProductId[],
  day: LocalDate,
): VisitWarning[] => {
  const products = listTestedProducts(context.database, [...new Set(productIds)]).map(
    ({ id, name, patch_test_days: patchTestDays }): ProductOnLine => ({ id, name, patchTestDays }),
  );
  return visitWarnings(recordOf(context, customerId), products, day);
};
