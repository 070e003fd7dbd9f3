import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { ArrivalAlertId, CustomerId, VisitId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, hotQuery, parameter, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Schema } from './schema.ts';

export type ArrivalAlertRow = Selectable<Schema['arrival_alerts']>;

const standing = hotQuery<{ customerId: CustomerId }, ArrivalAlertRow>(
  sqlite
    .selectFrom('arrival_alerts')
    .selectAll()
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('dismissed_at', 'is', null)
    .where('visit_id', 'is', null)
    .orderBy('from_on')
    .orderBy('id'),
);
const byId = hotQuery<{ id: ArrivalAlertId }, ArrivalAlertRow>(
  sqlite.selectFrom('arrival_alerts').selectAll().where('id', '=', parameter<ArrivalAlertId>('id')),
);

/** Neither dismissed nor ended by a visit, earliest first; those to come and those past their last day too. */
export const listStandingAlerts = (database: StoreDatabase, customerId: CustomerId): ArrivalAlertRow[] =>
  standing.rows(database, { customerId });
export const findAlert = (database: StoreDatabase, id: ArrivalAlertId): ArrivalAlertRow | undefined =>
  byId.first(database, { id });

/** Adds the alert, or writes over the one of that id. */
export const putAlert = (database: StoreDatabase, row: ArrivalAlertRow): void => {
  const { id: _id, customer_id: _customer, created_at: _created, ...changes } = row;
  execute(
    database,
    sqlite
      .insertInto('arrival_alerts')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes)),
  );
};

/** Dismisses the alert, or with null shows it again. */
export const markAlert = (database: StoreDatabase, id: ArrivalAlertId, dismissedAt: Instant | null): void => {
  execute(database, sqlite.updateTable('arrival_alerts').set({ dismissed_at: dismissedAt }).where('id', '=', id));
};

const endOnes = hotQuery<{ customerId: CustomerId; visitId: VisitId; on: LocalDate }>(
  sqlite
    .updateTable('arrival_alerts')
    .set({ visit_id: parameter<VisitId>('visitId') })
    .where('customer_id', '=', parameter<CustomerId>('customerId'))
    .where('dismissed_at', 'is', null)
    .where('visit_id', 'is', null)
    .where('ends_with_visit', '=', sql.lit(1))
    .where('from_on', '<=', parameter<LocalDate>('on')),
);
const reviveOnes = hotQuery<{ visitId: VisitId }>(
  sqlite
    .updateTable('arrival_alerts')
    .set({ visit_id: sql.lit(null) })
    .where('visit_id', '=', parameter<VisitId>('visitId')),
);

/** The alerts that were to last until a visit, and were shown by that day, end with this one. */
export const endAlertsWithVisit = (database: StoreDatabase, customerId: CustomerId, visitId: VisitId, on: LocalDate): void => {
  endOnes.run(database, { customerId, visitId, on });
};
/** The visit was taken back: what it ended is shown again. */
export const reviveAlertsOfVisit = (database: StoreDatabase, visitId: VisitId): void => {
  reviveOnes.run(database, { visitId });
};

/** The SQL of the reads and marks above, so that their plans can be asserted. */
export const arrivalAlertQueries = { standing: standing.sql, end: endOnes.sql, revive: reviveOnes.sql };
