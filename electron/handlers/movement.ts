import { countMovement } from '../../shared/domain/segments/movement.ts';
import type { CustomerId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { walkMovement } from '../engine/classHistory.ts';
import { listMovers } from '../store/classChanges.ts';
import { countAllCustomers } from '../store/engineFacts.ts';
import type { StudiesOf, StudyContext } from './context.ts';
import { refuseField } from './refuseField.ts';

const refuseWrongDays = (context: StudyContext, { from, to }: { from: LocalDate; to: LocalDate }): void => {
  if (to > context.today()) refuseField('to', 'date_in_future');
  if (to < from) refuseField('to', 'until_before_from');
};

const telling = (context: StudyContext): ((looked: number) => void) => {
  const total = countAllCustomers(context.database);
  return (looked) => {
    context.throwIfCancelled();
    context.progress('reading', Math.min(looked, total), total);
  };
};

export const movementStudies: StudiesOf<'movement'> = {
  'movement.table': async (context, { axis, from, to }) => {
    refuseWrongDays(context, { from, to });
    const counted = countMovement();
    const since = walkMovement(
      context.database,
      { axis, from, to },
      (_customerId, before, after) => {
        counted.add(before, after);
      },
      telling(context),
    );
    return { since, cells: counted.cells() };
  },

  'movement.people': async (context, { axis, from, to, before, after, offset, limit }) => {
    refuseWrongDays(context, { from, to });
    const ids: CustomerId[] = [];
    walkMovement(
      context.database,
      { axis, from, to },
      (customerId, was, is) => {
        if (was === before && is === after && (was !== null || is !== null)) ids.push(customerId);
      },
      telling(context),
    );
    const found = listMovers(context.database, ids, offset, limit).map((row) => ({
      id: row.id,
      number: row.number,
      name: row.name,
      isRemoved: row.removed_at !== null,
      lastPurchaseOn: row.last_purchase_on,
      yearSpendCents: row.year_spend_cents,
    }));
    return { total: ids.length, rows: found };
  },
};
