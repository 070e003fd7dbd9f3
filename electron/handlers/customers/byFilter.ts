import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { filterBasis, listIdsByFilter } from '../../store/customerFilter.ts';
import { listIdsAmong } from '../../store/customerOrder.ts';
import { countCustomers } from '../../store/customers.ts';
import type { BaseContext, StudiesOf } from '../context.ts';
import { listLines } from './lines.ts';

/** A page of those whom the filter lets through; `look` is called between its steps and may throw to end it. */
export const pageByFilter = (
  context: BaseContext,
  input: HandlerInput<'customers.listByFilter'>,
  look: () => void = () => undefined,
): OutputOf<'customers.listByFilter'> => {
  const { database } = context;
  look();
  const ids = listIdsByFilter(database, input.filter, filterBasis(context));
  look();
  const page = listIdsAmong(database, input, ids, input, countCustomers(database));
  return { total: ids.length, rows: listLines(context, page, input.withMore) };
};

/** Long work of the customers area. */
export const customersStudies: StudiesOf<'customers'> = {
  'customers.listByFilter': async (context, input) => {
    const page = pageByFilter(context, input, context.throwIfCancelled);
    return Promise.resolve(page);
  },
};
