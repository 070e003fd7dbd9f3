import type { HandlerInput } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { intakeId as toIntakeId, proposalId as toProposalId } from '../../shared/types/ids.ts';
import { findCustomerById } from '../store/customers.ts';
import { closeIntakes, findOpenIntake, insertIntake, insertProposal } from '../store/intake.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { intakeDeciding } from './intake/deciding.ts';
import { saidFields } from './intake/details.ts';
import { requirePresentCustomer } from './references.ts';
import { refuseField } from './refuseField.ts';

/** Nothing that nobody asked for gets in, however it is sent. */
const submit = (context: StoreContext, { details }: HandlerInput<'intake.submit'>): Record<never, never> => {
  const { database } = context;
  const open = findOpenIntake(database);
  if (!open) throw new AppError('conflict', { reason: 'intake_closed' });
  const said = saidFields(details);
  const foreign = said.filter((field) => !open.fields.includes(field));
  if (foreign.length > 0)
    throw new AppError('bad_input', {
      issues: foreign.map((field) => ({ path: `details.${field}`, message: 'field_not_asked' })),
    });
  if (said.length === 0) refuseField('details', 'nothing_typed');
  const at = context.now();
  closeIntakes(database, at);
  insertProposal(database, {
    id: toProposalId(context.newId()),
    intakeId: open.id,
    customerId: open.customerId,
    at,
    on: context.today(),
    details: Object.fromEntries(said.map((field) => [field, details[field]])),
  });
  context.changed(['intake', 'care'], open.customerId === null ? [] : [open.customerId]);
  return {};
};

/** The customer types their own details; the clerk accepts them (X39). */
export const intakeHandlers: HandlersOf<'intake'> = {
  ...intakeDeciding,
  'intake.open': (context, { customerId }) => {
    if (customerId !== null) requirePresentCustomer(context, customerId);
    const at = context.now();
    closeIntakes(context.database, at);
    const intakeId = toIntakeId(context.newId());
    const { intakeFields } = context.settings();
    // Without a name there is nobody to make a card for.
    const fields = customerId === null ? [...new Set(['name' as const, ...intakeFields])] : [...new Set(intakeFields)];
    insertIntake(context.database, { id: intakeId, customerId, fields, at, staffId: context.actor.staffId });
    context.changed(['intake'], []);
    return { intakeId };
  },
  'intake.close': (context) => {
    if (closeIntakes(context.database, context.now())) context.changed(['intake'], []);
    return {};
  },
  'intake.state': ({ database }) => {
    const open = findOpenIntake(database);
    if (!open) return { open: null };
    const { customerId } = open;
    return { open: { customerId, name: customerId === null ? null : (findCustomerById(database, customerId)?.name ?? null) } };
  },
  'intake.form': (context) => {
    const { shopName, language, colorScheme } = context.settings();
    const open = findOpenIntake(context.database);
    return {
      isOpen: open !== undefined,
      shopName,
      language,
      colorScheme,
      today: context.today(),
      fields: [...(open?.fields ?? [])],
    };
  },
  'intake.submit': submit,
};
