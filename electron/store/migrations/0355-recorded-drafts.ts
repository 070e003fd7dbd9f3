/**
 * A parked visit that was written down is kept with its visit, so that undoing that brings it back (X30). It is parked no more, and goes when
 * the visit goes.
 */
export const recordedDraftsSchema = `
ALTER TABLE parked_visits ADD COLUMN visit_id TEXT REFERENCES visits (id) ON DELETE CASCADE;
CREATE INDEX parked_visits_by_visit ON parked_visits (visit_id) WHERE visit_id IS NOT NULL;
DROP INDEX parked_visits_by_time;
CREATE INDEX parked_visits_waiting ON parked_visits (parked_at, id) WHERE visit_id IS NULL;
`;
