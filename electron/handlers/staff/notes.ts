import { AppError } from '../../../shared/errors.ts';
import { findStaffNote, setStaffNote } from '../../store/staffNotes.ts';
import type { HandlersOf } from '../context.ts';

/** What managers write down about somebody who works here (X40). */
export const staffNotes: Pick<HandlersOf<'staff'>, 'staff.note' | 'staff.saveNote'> = {
  'staff.note': ({ database }, { staffId }) => {
    const row = findStaffNote(database, staffId);
    if (row === undefined) throw new AppError('not_found', { what: 'staff' });
    return { note: row.note };
  },
  'staff.saveNote': (context, { staffId, note }) => {
    const before = findStaffNote(context.database, staffId);
    if (before === undefined) throw new AppError('not_found', { what: 'staff' });
    setStaffNote(context.database, staffId, note === '' ? null : note);
    context.changed(['staff'], []);
    return { before: before.note };
  },
};
