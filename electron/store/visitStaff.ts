import { sql } from 'kysely';
import type { StaffId, VisitId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag } from './schema.ts';

// Who did a line (X35): the first stands on the line itself, whoever helped in a table of their own.

export interface LineHelper {
  visitId: VisitId;
  position: number;
  place: number;
  staffId: StaffId;
  isRequested: Flag | null;
}

const insertHelper = hotQuery<LineHelper>(
  sqlite.insertInto('visit_line_helpers').values({
    visit_id: parameter('visitId'),
    position: parameter('position'),
    place: parameter('place'),
    staff_id: parameter('staffId'),
    is_requested: parameter('isRequested'),
  }),
);

export const insertHelpers = (database: StoreDatabase, helpers: readonly LineHelper[]): void => {
  for (const helper of helpers) insertHelper.run(database, helper);
};

export interface LineStaffRow {
  position: number;
  staff_id: StaffId;
  name: string;
  is_requested: Flag | null;
}

const staffOfLines = hotQuery<{ visitId: VisitId }, LineStaffRow>(
  sqlite
    .selectFrom('visit_lines')
    .innerJoin('staff', 'staff.id', 'visit_lines.staff_id')
    .where('visit_lines.visit_id', '=', parameter<VisitId>('visitId'))
    .select(['visit_lines.position', 'staff.id as staff_id', 'staff.name', 'visit_lines.is_requested'])
    .select(sql<number>`-1`.as('place'))
    .unionAll(
      sqlite
        .selectFrom('visit_line_helpers')
        .innerJoin('staff', 'staff.id', 'visit_line_helpers.staff_id')
        .where('visit_line_helpers.visit_id', '=', parameter<VisitId>('visitId'))
        .select([
          'visit_line_helpers.position',
          'staff.id as staff_id',
          'staff.name',
          'visit_line_helpers.is_requested',
          'visit_line_helpers.place',
        ]),
    )
    .orderBy('position')
    .orderBy('place'),
);

/** Who did which line of a visit, the leading one first. */
export const listStaffOfLines = (database: StoreDatabase, visitId: VisitId): LineStaffRow[] =>
  staffOfLines.rows(database, { visitId });
