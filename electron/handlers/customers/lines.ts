import type { OutputOf } from '../../../shared/contract.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { listCustomerMore } from '../../store/customerMore.ts';
import { listCustomerRows } from '../../store/customerRows.ts';
import type { BaseContext } from '../context.ts';
import { hiddenFields } from '../sight.ts';

/** The lines of a page of the list, in the order of the ids; `withMore` adds what only some columns show. */
export const listLines = (
  context: Pick<BaseContext, 'database' | 'actor'>,
  ids: readonly CustomerId[],
  withMore: boolean,
): OutputOf<'customers.list'>['rows'] => {
  const { database } = context;
  const more = withMore ? listCustomerMore(database, ids) : null;
  const hidden = withMore ? hiddenFields(context) : new Map();
  return listCustomerRows(database, ids).map((row) => {
    const shown = more?.get(row.id) ?? null;
    if (shown === null || hidden.size === 0) return { ...row, more: shown };
    return { ...row, more: { ...shown, customFields: shown.customFields.filter(({ fieldId }) => !hidden.has(fieldId)) } };
  });
};
