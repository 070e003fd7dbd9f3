import { AppError } from '../../../shared/errors.ts';
import { resourceId as toResourceId } from '../../../shared/types/ids.ts';
import { findResourceByName, isResourceKnown, listResources, saveResource } from '../../store/resources.ts';
import type { HandlersOf } from '../context.ts';

/** Rooms, beds and chairs (床位). One no longer in use stays with its appointments. */
export const appointmentsResources: Pick<HandlersOf<'appointments'>, 'appointments.resources' | 'appointments.saveResource'> = {
  'appointments.resources': ({ database }, { includeInactive }) => ({ resources: listResources(database, includeInactive) }),
  'appointments.saveResource': (context, { resourceId, name, kind, isActive }) => {
    const { database } = context;
    if (resourceId !== null && !isResourceKnown(database, resourceId)) throw new AppError('not_found', { what: 'resource' });
    const namesake = findResourceByName(database, name);
    if (namesake !== undefined && namesake !== resourceId) throw new AppError('conflict', { reason: 'resource_name_taken' });
    const id = resourceId ?? toResourceId(context.newId());
    saveResource(database, { id, name, kind, isActive }, context.now());
    context.changed(['appointments'], []);
    return { resourceId: id };
  },
};
