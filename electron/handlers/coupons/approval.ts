import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { listAccounts } from '../../store/staff.ts';
import type { BaseContext, StoreContext } from '../context.ts';
import { permissionsOf } from '../staff/rights.ts';

// Beyond what staff may give alone, somebody who may correct balances lets it pass with their own PIN, at the same desk (R177).

const RIGHT = 'loyalty.adjust';

const approversOf = ({ database }: BaseContext) =>
  listAccounts(database).filter(({ role }) => permissionsOf(database, role).includes(RIGHT));

/** Who may let it pass. */
export const approvers = (context: BaseContext): OutputOf<'coupons.approvers'> => ({
  people: approversOf(context).map(({ id, name }) => ({ staffId: id, name })),
});

/**
 * Whoever is at the desk, or whoever let it pass, whose grant it is then: it uses up nothing of what the one at the desk may give. The gate has
 * proven the PIN. Throws conflict (approver_may_not).
 */
export const grantedBy = (context: StoreContext, approval: HandlerInput<'coupons.issue'>['approval']): StoreContext => {
  if (approval === null) return context;
  const approver = approversOf(context).find(({ id }) => id === approval.staffId);
  if (approver === undefined) throw new AppError('conflict', { reason: 'approver_may_not' });
  context.audited({ approvedBy: approver.name });
  return {
    ...context,
    actor: { ...context.actor, staffId: approver.id, permissions: [...context.actor.permissions, RIGHT] },
  };
};
