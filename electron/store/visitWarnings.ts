import { sql } from 'kysely';
import type { WarningCode } from '../../shared/domain/safety.ts';
import type { StaffId, VisitId } from '../../shared/types/ids.ts';
import { hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

interface NewWarning {
  visitId: VisitId;
  position: number;
  code: WarningCode;
  subject: string;
  acknowledgedBy: StaffId | null;
}
const insertOne = hotQuery<NewWarning>(
  sqlite.insertInto('visit_warnings').values({
    visit_id: parameter('visitId'),
    position: parameter('position'),
    code: parameter('code'),
    subject: parameter('subject'),
    acknowledged_by: parameter('acknowledgedBy'),
  }),
);

/** Keeps with the visit what its clerk was warned of and went on. */
export const insertVisitWarnings = (
  database: StoreDatabase,
  visitId: VisitId,
  warnings: readonly { readonly code: WarningCode; readonly subject: string }[],
  acknowledgedBy: StaffId | null,
): void => {
  for (const [position, { code, subject }] of warnings.entries())
    insertOne.run(database, { visitId, position, code, subject, acknowledgedBy });
};

export interface VisitWarningRow {
  visit_id: VisitId;
  code: WarningCode;
  subject: string;
  staff_name: string | null;
}
const ofVisits = hotQuery<{ visitIds: string }, VisitWarningRow>(
  sqlite
    .selectFrom('visit_warnings')
    .leftJoin('staff', 'staff.id', 'visit_warnings.acknowledged_by')
    .select(['visit_warnings.visit_id', 'visit_warnings.code', 'visit_warnings.subject', 'staff.name as staff_name'])
    .where('visit_warnings.visit_id', 'in', sql<VisitId>`(SELECT value FROM json_each(${parameter<string>('visitIds')}))`)
    .orderBy('visit_warnings.visit_id')
    .orderBy('visit_warnings.position'),
);

/** What was warned of at these visits, worst first within each. */
export const listWarningsOfVisits = (database: StoreDatabase, visitIds: readonly VisitId[]): VisitWarningRow[] =>
  visitIds.length === 0 ? [] : ofVisits.rows(database, { visitIds: JSON.stringify(visitIds) });

/** The SQL of the read above, so that its plan can be asserted. */
export const visitWarningsQuery = ofVisits.sql;
