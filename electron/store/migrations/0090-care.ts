/**
 * Data care: each customer's kept score and what looks wrong, what somebody called right, what was asked in vain, the quarterly check
 * lists, rewards for updated profiles, and what customers typed on the facing window.
 */
export const careSchema = `
CREATE TABLE customer_care (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
  missing INTEGER NOT NULL,
  flawed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_care_by_score ON customer_care (score, missing, flawed, customer_id);

CREATE TABLE care_anomalies (
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  is_accepted INTEGER NOT NULL CHECK (is_accepted IN (0, 1)),
  PRIMARY KEY (customer_id, kind, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX care_anomalies_open ON care_anomalies (kind, customer_id, value) WHERE is_accepted = 0;

CREATE TABLE care_accepted (
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  at INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  PRIMARY KEY (customer_id, kind, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE care_asks (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  until TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE care_checks (
  quarter TEXT NOT NULL,
  position INTEGER NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  outcome TEXT CHECK (outcome IN ('correct', 'changed', 'invalid')),
  at INTEGER,
  before TEXT CHECK (json_valid(before)),
  staff_id TEXT REFERENCES staff (id),
  PRIMARY KEY (quarter, position),
  UNIQUE (quarter, customer_id),
  CHECK ((outcome IS NULL) = (at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX care_checks_by_customer ON care_checks (customer_id, quarter);

CREATE TABLE profile_rewards (
  entry_id TEXT PRIMARY KEY REFERENCES points_entries (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  business_date TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_rewards_by_customer ON profile_rewards (customer_id, business_date);

CREATE TABLE intakes (
  id TEXT PRIMARY KEY,
  customer_id TEXT REFERENCES customers (id) ON DELETE CASCADE,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  opened_at INTEGER NOT NULL,
  closed_at INTEGER,
  staff_id TEXT REFERENCES staff (id)
) STRICT;
CREATE UNIQUE INDEX intakes_one_open ON intakes (closed_at IS NULL) WHERE closed_at IS NULL;
CREATE INDEX intakes_by_customer ON intakes (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE profile_proposals (
  id TEXT PRIMARY KEY,
  intake_id TEXT NOT NULL UNIQUE REFERENCES intakes (id) ON DELETE CASCADE,
  customer_id TEXT REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  details TEXT NOT NULL CHECK (json_valid(details)),
  status TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'accepted', 'rejected')),
  decided_at INTEGER,
  decision TEXT CHECK (json_valid(decision)),
  staff_id TEXT REFERENCES staff (id),
  CHECK ((status = 'waiting') = (decided_at IS NULL))
) STRICT;
CREATE INDEX profile_proposals_by_customer ON profile_proposals (customer_id, at);
CREATE INDEX profile_proposals_waiting ON profile_proposals (at, id) WHERE status = 'waiting';
CREATE INDEX profile_proposals_decided ON profile_proposals (decided_at, id) WHERE status <> 'waiting';
`;
