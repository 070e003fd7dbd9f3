import type { CustomerId } from '../../../shared/types/ids.ts';
import { listVerifications, restoreVerifications, verifyFields } from '../../store/fieldVerifications.ts';
import type { FieldVerification } from '../../store/fieldVerifications.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { factRecorded } from '../facts.ts';
import { requirePresentCustomer } from '../references.ts';

/** The verifications of these fields as they stand. */
export const standingVerifications = (
  { database }: StoreContext,
  customerId: CustomerId,
  fields: readonly string[],
): FieldVerification[] => listVerifications(database, customerId).filter(({ field }) => fields.includes(field));

/** Confirming fields, one by one or many at once, and taking that back (R183). */
export const customersVerifications: Pick<
  HandlersOf<'customers'>,
  'customers.verifyFields' | 'customers.restoreVerifications'
> = {
  'customers.verifyFields': (context, { customerId, fields }) => {
    requirePresentCustomer(context, customerId);
    const before = standingVerifications(context, customerId, fields);
    verifyFields(context.database, { customerId, fields, on: context.today() });
    factRecorded(context, customerId, ['customers']);
    return { before };
  },
  'customers.restoreVerifications': (context, { customerId, fields, before }) => {
    requirePresentCustomer(context, customerId);
    restoreVerifications(context.database, customerId, fields, before);
    factRecorded(context, customerId, ['customers']);
    return {};
  },
};
