/**
 * Growth (X63): what counts towards tiers apart from points, earned by visits as the shop says. Append-only; `business_date` is the day on which it
 * counts, of what goes back with a return that of the sale.
 */
export const growthSchema = `
CREATE TABLE growth_entries (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('earn', 'return', 'reverse')),
  growth INTEGER NOT NULL,
  -- Of what a visit earned: whether it was the day's first, which earns what a day does.
  is_first_of_day INTEGER NOT NULL DEFAULT 0 CHECK (is_first_of_day IN (0, 1)),
  visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  reverses_id TEXT UNIQUE REFERENCES growth_entries (id),
  concerns_id TEXT REFERENCES growth_entries (id),
  staff_id TEXT REFERENCES staff (id),
  CHECK ((kind = 'reverse') = (reverses_id IS NOT NULL)),
  CHECK ((kind = 'return') = (concerns_id IS NOT NULL)),
  CHECK (kind <> 'earn' OR growth > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX growth_entries_by_customer ON growth_entries (customer_id, business_date, growth);
CREATE INDEX growth_entries_by_visit ON growth_entries (visit_id);
CREATE INDEX growth_entries_by_concerned ON growth_entries (concerns_id) WHERE concerns_id IS NOT NULL;
CREATE INDEX growth_entries_by_staff ON growth_entries (staff_id) WHERE staff_id IS NOT NULL;
CREATE TRIGGER growth_entries_are_append_only BEFORE UPDATE ON growth_entries
WHEN NEW.id IS NOT OLD.id OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.kind IS NOT OLD.kind
  OR NEW.growth IS NOT OLD.growth OR NEW.is_first_of_day IS NOT OLD.is_first_of_day OR NEW.visit_id IS NOT OLD.visit_id
  OR NEW.reverses_id IS NOT OLD.reverses_id OR NEW.concerns_id IS NOT OLD.concerns_id OR NEW.staff_id IS NOT OLD.staff_id
  OR NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'the ledger of growth is append-only'); END;
`;
