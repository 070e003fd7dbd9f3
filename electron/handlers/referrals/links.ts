import type { HandlerInput } from '../../../shared/contract.ts';
import { relationOf, seenFromOther } from '../../../shared/domain/referrals/relations.ts';
import { AppError } from '../../../shared/errors.ts';
import { deleteRelationship, insertRelationship, listRelationships } from '../../store/relationships.ts';
import type { RelationshipRow } from '../../store/relationships.ts';
import { noteEdit } from '../changeNotes.ts';
import type { StoreContext } from '../context.ts';
import { requireKnownCustomer, requirePresentCustomer } from '../references.ts';
import { refuseField } from '../refuseField.ts';

type Link = HandlerInput<'referrals.link'>;

const findLink = ({ database }: StoreContext, { customerId, otherId, relation }: Link): RelationshipRow | undefined =>
  listRelationships(database, customerId).find(({ id, kind, isInverse }) => {
    const stored = relationOf(kind);
    return id === otherId && (isInverse === 1 ? seenFromOther(stored) : stored) === relation;
  });

/** What was said of two customers stands in the history of both. */
const noteBoth = (context: StoreContext, { customerId, otherId, relation }: Link): void => {
  noteEdit(context, customerId, ['relationships'], { otherId, relation });
  noteEdit(context, otherId, ['relationships'], { otherId: customerId, relation: seenFromOther(relation) });
  context.changed(['referrals'], null);
};

/** Says how two customers know each other (R092): one row for both. */
export const link = (context: StoreContext, input: Link): Record<never, never> => {
  const { customerId, otherId, relation } = input;
  requirePresentCustomer(context, customerId);
  if (otherId === customerId) refuseField('otherId', 'linked_to_self');
  requirePresentCustomer(context, otherId);
  if (findLink(context, input) !== undefined) refuseField('relation', 'already_linked');
  insertRelationship(context.database, { customerId, otherId, kind: relation });
  noteBoth(context, input);
  return {};
};

/** Takes that back, from whichever side it was written down. Throws not_found. */
export const unlink = (context: StoreContext, input: Link): Record<never, never> => {
  const { customerId, otherId } = input;
  requirePresentCustomer(context, customerId);
  requireKnownCustomer(context, otherId);
  const found = findLink(context, input);
  if (found === undefined) throw new AppError('not_found', { what: 'relationship' });
  const { kind, isInverse } = found;
  deleteRelationship(
    context.database,
    isInverse === 1 ? { customerId: otherId, otherId: customerId, kind } : { customerId, otherId, kind },
  );
  noteBoth(context, input);
  return {};
};
