/**
 * Opportunities (R054): what a customer may come to buy, at which stage that stands and what is to be done next. Each change of stage or outcome
 * is an entry of a history that is only ever added to; an entry holds all that was so from then on, and one that takes another back names it.
 */
export const opportunitiesSchema = `
CREATE TABLE opportunity_stages (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  probability INTEGER NOT NULL CHECK (probability BETWEEN 0 AND 100),
  position INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE opportunities (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  title TEXT NOT NULL,
  amount_cents INTEGER CHECK (amount_cents >= 0),
  stage_id TEXT NOT NULL REFERENCES opportunity_stages (id),
  next_step TEXT,
  -- A day that no other follows stands for none, so that what has no day comes last by the index alone.
  next_step_on TEXT NOT NULL DEFAULT '9999-12-31',
  staff_id TEXT REFERENCES staff (id),
  note TEXT,
  opened_on TEXT NOT NULL,
  outcome TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'won', 'lost')),
  closed_on TEXT,
  lost_reason TEXT CHECK (lost_reason IN ('price', 'other_shop', 'no_need', 'timing', 'no_answer', 'other')),
  lost_words TEXT,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL,
  order_id TEXT REFERENCES orders (id) ON DELETE SET NULL,
  written_by TEXT REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER,
  CHECK ((outcome = 'open') = (closed_on IS NULL)),
  CHECK ((outcome = 'lost') = (lost_reason IS NOT NULL)),
  CHECK (outcome = 'won' OR (visit_id IS NULL AND order_id IS NULL))
) STRICT;
CREATE INDEX opportunities_by_step ON opportunities (next_step_on, id) WHERE outcome = 'open' AND removed_at IS NULL;
CREATE INDEX opportunities_by_stage ON opportunities (stage_id, next_step_on, id) WHERE outcome = 'open' AND removed_at IS NULL;
CREATE INDEX opportunities_closed ON opportunities (outcome, closed_on, id) WHERE closed_on IS NOT NULL AND removed_at IS NULL;
CREATE INDEX opportunities_by_customer ON opportunities (customer_id, outcome, next_step_on);
CREATE INDEX opportunities_of_stage ON opportunities (stage_id);
CREATE INDEX opportunities_by_visit ON opportunities (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX opportunities_by_order ON opportunities (order_id) WHERE order_id IS NOT NULL;

CREATE TABLE opportunity_events (
  id TEXT PRIMARY KEY,
  opportunity_id TEXT NOT NULL REFERENCES opportunities (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('opened', 'stage', 'won', 'lost', 'reopened')),
  from_stage_id TEXT REFERENCES opportunity_stages (id),
  stage_id TEXT NOT NULL REFERENCES opportunity_stages (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'won', 'lost')),
  closed_on TEXT,
  lost_reason TEXT,
  lost_words TEXT,
  visit_id TEXT REFERENCES visits (id) ON DELETE SET NULL,
  order_id TEXT REFERENCES orders (id) ON DELETE SET NULL,
  reverses_id TEXT UNIQUE REFERENCES opportunity_events (id) ON DELETE CASCADE,
  staff_id TEXT REFERENCES staff (id),
  UNIQUE (opportunity_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX opportunity_events_by_customer ON opportunity_events (customer_id, at, id);
CREATE INDEX opportunity_events_of_stage ON opportunity_events (stage_id);
CREATE INDEX opportunity_events_from_stage ON opportunity_events (from_stage_id) WHERE from_stage_id IS NOT NULL;
CREATE INDEX opportunity_events_by_visit ON opportunity_events (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX opportunity_events_by_order ON opportunity_events (order_id) WHERE order_id IS NOT NULL;
CREATE TRIGGER opportunity_events_are_append_only
BEFORE UPDATE OF opportunity_id, position, at, business_date, event, from_stage_id, stage_id, outcome, closed_on, lost_reason, reverses_id
ON opportunity_events
BEGIN SELECT raise(ABORT, 'the history of an opportunity is append-only'); END;
`;
