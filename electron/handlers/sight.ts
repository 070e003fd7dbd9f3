import type { Permission } from '../../shared/contract/operation.ts';
import { privateGroups, rightToSee } from '../../shared/domain/privateGroups.ts';
import type { PrivateGroup } from '../../shared/domain/privateGroups.ts';
import { AppError } from '../../shared/errors.ts';
import type { CustomFieldId } from '../../shared/types/ids.ts';
import { listCustomFields } from '../store/customFields.ts';
import type { BaseContext } from './context.ts';

type Sight = Pick<BaseContext, 'actor'>;

/** Whether whoever asks sees numbers masked (R192): the gate masks the answers, handlers mind what could be found out by asking. */
export const hidesNumbers = ({ actor }: Sight): boolean => !actor.permissions.includes('customers.phones');

/** Whether whoever asks sees what belongs to a private group (X40). */
export const maySeeGroup = ({ actor }: Sight, group: PrivateGroup): boolean => actor.permissions.includes(rightToSee(group));

/** The shop's own fields that whoever asks does not see, each with the right that shows it (X40). */
export const hiddenFields = (context: Pick<BaseContext, 'actor' | 'database'>): ReadonlyMap<CustomFieldId, Permission> =>
  privateGroups.every((group) => maySeeGroup(context, group))
    ? new Map()
    : new Map(
        listCustomFields(context.database, true).flatMap(({ id, privateGroup }): [CustomFieldId, Permission][] =>
          privateGroup === null || maySeeGroup(context, privateGroup) ? [] : [[id, rightToSee(privateGroup)]],
        ),
      );

/** Throws not_permitted for one of them: it can be neither written nor asked for. */
export const requireSeenField = (hidden: ReadonlyMap<CustomFieldId, Permission>, fieldId: CustomFieldId): void => {
  const permission = hidden.get(fieldId);
  if (permission !== undefined) throw new AppError('not_permitted', { permission });
};
