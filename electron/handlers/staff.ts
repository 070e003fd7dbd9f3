import { AppError } from '../../shared/errors.ts';
import { staffId as toStaffId } from '../../shared/types/ids.ts';
import { insertStaff, listStaff, updateStaff } from '../store/staff.ts';
import type { HandlersOf } from './context.ts';

export const staffHandlers: HandlersOf<'staff'> = {
  'staff.list': ({ database }, input) => ({
    staff: listStaff(database, input.includeInactive).map(({ id, name, is_active }) => ({ id, name, isActive: is_active === 1 })),
  }),
  'staff.create': (context, input) => {
    const staffId = toStaffId(context.newId());
    insertStaff(context.database, { id: staffId, name: input.name, at: context.now() });
    context.changed(['staff'], []);
    return { staffId };
  },
  'staff.update': (context, { staffId, name, isActive }) => {
    const changes = {
      ...(name !== undefined && { name }),
      ...(isActive !== undefined && { is_active: isActive ? (1 as const) : (0 as const) }),
    };
    if (Object.keys(changes).length === 0) return {};
    if (!updateStaff(context.database, staffId, changes)) throw new AppError('not_found', { what: 'staff' });
    context.changed(['staff'], []);
    return {};
  },
};
