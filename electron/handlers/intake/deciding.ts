import { verificationSchema } from '../../../shared/contract/verifications.ts';
import { z } from 'zod';
import { contract } from '../../../shared/contract.ts';
import type { HandlerInput, OutputOf } from '../../../shared/contract.ts';
import { customerIdSchema } from '../../../shared/contract/values.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { findCustomerById } from '../../store/customers.ts';
import { countProposals, findProposal, listProposals, settleProposal } from '../../store/intake.ts';
import type { ProposalRow } from '../../store/intake.ts';
import type { HandlersOf, StoreContext } from '../context.ts';
import { formFields } from '../customers/card.ts';
import { customersFind } from '../customers/find.ts';
import { addCustomer, customersWrite } from '../customers/write.ts';
import type { Fields } from '../customers/fields.ts';
import { changesOf, differingFields, knownDetails, parseDetails, saidFields } from './details.ts';
import { refuseField } from '../refuseField.ts';

type Proposal = OutputOf<'intake.proposals'>['rows'][number];
const changesSchema = contract.customers.update.input.shape.changes;

/** What a decision did, kept so that taking it back restores exactly that. */
const decisionSchema = z.object({
  /** The card that was made for someone new. */
  createdId: customerIdSchema.nullable(),
  before: changesSchema,
  after: changesSchema,
  /** What undo gives back beside the values; decisions of earlier versions did not keep it. */
  verifications: z.array(verificationSchema).nullable().default(null),
});

const cardOf = (context: StoreContext, customerId: CustomerId | null): { number: string; fields: Fields } | null => {
  const row = customerId === null ? undefined : findCustomerById(context.database, customerId);
  return row ? { number: row.number, fields: formFields(context, row) } : null;
};

const proposalOf = (context: StoreContext, row: ProposalRow): Proposal => {
  const typed = parseDetails(row.details);
  const card = cardOf(context, row.customer_id);
  const said = saidFields(typed);
  const known = card === null ? {} : knownDetails(card.fields, said);
  const matches =
    typed.phone == null
      ? []
      : customersFind['customers.findDuplicates'](context, {
          phone: typed.phone,
          cardNo: '',
          name: '',
          birthday: null,
          wechat: '',
          email: '',
          exceptId: row.customer_id,
        }).matches;
  return {
    id: row.id,
    at: row.at,
    customerId: row.customer_id,
    number: card?.number ?? null,
    name: card?.fields.name ?? typed.name ?? null,
    typed,
    known,
    differing: card === null ? said : differingFields(typed, known),
    sameNumber: matches.slice(0, 5).map(({ customer: { id, number, name } }) => ({ customerId: id, number, name })),
    status: row.status,
    decidedAt: row.decided_at,
  };
};

const proposals = (context: StoreContext, input: HandlerInput<'intake.proposals'>): OutputOf<'intake.proposals'> => {
  const { database } = context;
  const { customerId, offset, limit } = input;
  const waiting = countProposals(database, 'waiting');
  if (customerId !== null) {
    const rows = listProposals(database, 'ofCustomer', { offset, limit, customerId });
    const total = countProposals(database, 'ofCustomer', { customerId });
    return { total, waiting, rows: rows.map((row) => proposalOf(context, row)) };
  }
  const open = listProposals(database, 'waiting', { offset, limit });
  const room = limit - open.length;
  const done = room === 0 ? [] : listProposals(database, 'decided', { offset: Math.max(0, offset - waiting), limit: room });
  return {
    total: waiting + countProposals(database, 'decided'),
    waiting,
    rows: [...open, ...done].map((row) => proposalOf(context, row)),
  };
};

const requireProposal = ({ database }: StoreContext, id: HandlerInput<'intake.decide'>['proposalId']): ProposalRow => {
  const row = findProposal(database, id);
  if (!row) throw new AppError('not_found', { what: 'proposal' });
  return row;
};

/** Takes the fields over onto the card, or makes one; what the card said before is what undo writes back. */
const take = (
  context: StoreContext,
  row: ProposalRow,
  changes: ReturnType<typeof changesOf>,
): z.output<typeof decisionSchema> & { readonly customerId: CustomerId } => {
  const after = changesSchema.parse(changes);
  if (row.customer_id !== null) {
    const { before, verifications } = customersWrite['customers.update'](context, {
      customerId: row.customer_id,
      revision: null,
      changes: after,
      verifications: null,
    });
    return { customerId: row.customer_id, createdId: null, before: changesSchema.parse(before), after, verifications };
  }
  const { name } = changes;
  if (name === undefined) return refuseField('fields', 'name_missing');
  const { customerId } = addCustomer(context, contract.customers.create.input.parse({ ...after, name }));
  return { customerId, createdId: customerId, before: {}, after, verifications: [] };
};

const decide = (context: StoreContext, input: HandlerInput<'intake.decide'>): OutputOf<'intake.decide'> => {
  const row = requireProposal(context, input.proposalId);
  if (row.status !== 'waiting') throw new AppError('conflict', { reason: 'proposal_decided' });
  const typed = parseDetails(row.details);
  const said = saidFields(typed);
  const chosen = [...new Set(input.fields)];
  if (chosen.some((field) => !said.includes(field))) refuseField('fields', 'field_not_proposed');
  const taken = chosen.length === 0 ? null : take(context, row, changesOf(typed, chosen, row.business_date));
  const customerId = taken?.customerId ?? row.customer_id;
  settleProposal(context.database, {
    id: row.id,
    customerId,
    status: taken === null ? 'rejected' : 'accepted',
    at: context.now(),
    decision:
      taken === null
        ? null
        : { createdId: taken.createdId, before: taken.before, after: taken.after, verifications: taken.verifications },
    staffId: context.actor.staffId,
  });
  context.changed(['intake', 'care'], customerId === null ? [] : [customerId]);
  return { customerId };
};

/** Whether the card still says what the decision wrote: what somebody changed since is not overwritten. */
const requireUntouched = (context: StoreContext, customerId: CustomerId, after: object, before: object): void => {
  const fields = cardOf(context, customerId)?.fields;
  if (!fields) throw new AppError('not_found', { what: 'customer' });
  const present = changesSchema.parse(fields);
  const moved = Object.keys(before).some(
    (name) => JSON.stringify(Reflect.get(present, name)) !== JSON.stringify(Reflect.get(after, name)),
  );
  if (moved) throw new AppError('conflict', { reason: 'changed_meanwhile' });
};

const undo = (context: StoreContext, input: HandlerInput<'intake.undoDecision'>): void => {
  const row = requireProposal(context, input.proposalId);
  if (row.status === 'waiting') throw new AppError('already_undone', {});
  let { customer_id: customerId } = row;
  if (row.decision !== null && customerId !== null) {
    const { createdId, before, after, verifications } = decisionSchema.parse(JSON.parse(row.decision));
    if (createdId !== null) {
      customersWrite['customers.remove'](context, { customerId: createdId });
      customerId = null;
    } else {
      requireUntouched(context, customerId, after, before);
      customersWrite['customers.update'](context, { customerId, revision: null, changes: before, verifications });
    }
  }
  settleProposal(context.database, { id: row.id, customerId, status: 'waiting', at: null, decision: null, staffId: null });
  context.changed(['intake', 'care'], customerId === null ? [] : [customerId]);
};

/** What became of what customers typed: field by field onto the card, or laid aside; both can be taken back (X39). */
export const intakeDeciding: Pick<HandlersOf<'intake'>, 'intake.proposals' | 'intake.decide' | 'intake.undoDecision'> = {
  'intake.proposals': proposals,
  'intake.decide': decide,
  'intake.undoDecision': (context, input) => {
    undo(context, input);
    return {};
  },
};
