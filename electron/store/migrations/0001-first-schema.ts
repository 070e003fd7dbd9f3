/**
 * The first schema. Value forms: ids UUIDv7 text, money whole cents, points whole, quantities whole thousandths, days
 * 'YYYY-MM-DD', instants epoch milliseconds, flags 0 or 1. Every table is STRICT. Ledgers are append-only by trigger.
 */
export const firstSchema = `
CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  form TEXT NOT NULL CHECK (form IN ('purchases', 'customers')),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  counts TEXT NOT NULL CHECK (json_valid(counts)),
  staff_id TEXT REFERENCES staff (id),
  undone_at INTEGER
) STRICT;
CREATE INDEX imports_by_file ON imports (file_sha256);
CREATE INDEX imports_by_time ON imports (at);

CREATE TABLE import_rejected_rows (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  column_name TEXT,
  code TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE customers (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  number TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  name_pinyin TEXT NOT NULL,
  gender TEXT NOT NULL DEFAULT 'unknown' CHECK (gender IN ('female', 'male', 'unknown')),
  card_no TEXT UNIQUE,
  occupation TEXT,
  income_band TEXT,
  education TEXT,
  address TEXT,
  region TEXT,
  source TEXT,
  referrer_id TEXT REFERENCES customers (id),
  owner_id TEXT REFERENCES staff (id),
  is_vip INTEGER NOT NULL DEFAULT 0 CHECK (is_vip IN (0, 1)),
  vip_reason TEXT,
  need_type TEXT CHECK (need_type IN ('function_led', 'price_sensitive', 'service_first')),
  preferred_channel TEXT,
  contact_from_hour INTEGER,
  contact_to_hour INTEGER,
  do_not_contact INTEGER NOT NULL DEFAULT 0 CHECK (do_not_contact IN (0, 1)),
  consent_on TEXT,
  safety_note TEXT,
  likes TEXT,
  motive TEXT,
  pain_points TEXT,
  note TEXT,
  status TEXT NOT NULL DEFAULT 'customer' CHECK (status IN ('prospect', 'customer', 'lost')),
  verified_on TEXT,
  import_id TEXT REFERENCES imports (id),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX customers_by_pinyin ON customers (name_pinyin, id) WHERE removed_at IS NULL;
CREATE INDEX customers_by_created ON customers (created_at, id) WHERE removed_at IS NULL;
CREATE INDEX customers_removed ON customers (id, removed_at) WHERE removed_at IS NOT NULL;
CREATE INDEX customers_by_number_value ON customers (CAST(number AS INTEGER))
  WHERE length(number) <= 9 AND number NOT GLOB '*[^0-9]*';
CREATE INDEX customers_by_import ON customers (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX customers_by_referrer ON customers (referrer_id) WHERE referrer_id IS NOT NULL;

CREATE TABLE contact_methods (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('mobile', 'landline', 'wechat', 'qq', 'email', 'other')),
  value TEXT NOT NULL,
  e164 TEXT,
  is_primary INTEGER NOT NULL DEFAULT 0 CHECK (is_primary IN (0, 1)),
  is_valid INTEGER NOT NULL DEFAULT 1 CHECK (is_valid IN (0, 1)),
  verified_on TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_methods_by_customer ON contact_methods (customer_id);
CREATE INDEX contact_methods_invalid ON contact_methods (customer_id) WHERE is_valid = 0;
CREATE INDEX contact_methods_by_e164 ON contact_methods (e164) WHERE e164 IS NOT NULL;

CREATE TABLE important_dates (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('birthday', 'anniversary', 'other')),
  label TEXT NOT NULL DEFAULT '',
  calendar TEXT NOT NULL CHECK (calendar IN ('solar', 'lunar')),
  year INTEGER,
  month INTEGER CHECK (month BETWEEN 1 AND 12),
  day INTEGER CHECK (day BETWEEN 1 AND 31),
  is_leap_month INTEGER NOT NULL DEFAULT 0 CHECK (is_leap_month IN (0, 1)),
  is_yearly INTEGER NOT NULL DEFAULT 1 CHECK (is_yearly IN (0, 1)),
  CHECK (year IS NOT NULL OR month IS NOT NULL)
) STRICT;
CREATE INDEX important_dates_by_customer ON important_dates (customer_id);
CREATE UNIQUE INDEX important_dates_one_birthday ON important_dates (customer_id) WHERE kind = 'birthday';

CREATE TABLE family_members (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  relation TEXT NOT NULL DEFAULT '',
  calendar TEXT CHECK (calendar IN ('solar', 'lunar')),
  birth_year INTEGER,
  birth_month INTEGER,
  birth_day INTEGER,
  is_leap_month INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX family_members_by_customer ON family_members (customer_id);

CREATE TABLE relationships (
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  PRIMARY KEY (customer_id, other_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX relationships_by_other ON relationships (other_id);

CREATE TABLE tags (
  id TEXT PRIMARY KEY,
  tag_group TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (tag_group, value)
) STRICT;
CREATE TABLE customer_tags (
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  tag_id TEXT NOT NULL REFERENCES tags (id),
  source TEXT NOT NULL,
  tagged_on TEXT NOT NULL,
  PRIMARY KEY (customer_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_tags_by_tag ON customer_tags (tag_id);

CREATE TABLE products (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_pinyin TEXT NOT NULL,
  initials TEXT NOT NULL,
  category TEXT,
  price_cents INTEGER NOT NULL,
  cost_cents INTEGER,
  barcode TEXT UNIQUE,
  is_service INTEGER NOT NULL DEFAULT 0 CHECK (is_service IN (0, 1)),
  attributes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attributes)),
  after_sale_guide TEXT,
  cycle_days INTEGER,
  vip_from TEXT,
  public_from TEXT,
  is_active INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX products_by_pinyin ON products (name_pinyin, id);
CREATE TABLE matching_products (
  product_id TEXT NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES products (id) ON DELETE CASCADE,
  PRIMARY KEY (product_id, other_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE visits (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  staff_id TEXT REFERENCES staff (id),
  note TEXT,
  is_purchase INTEGER NOT NULL CHECK (is_purchase IN (0, 1)),
  total_cents INTEGER NOT NULL,
  cost_cents INTEGER,
  item_quantity INTEGER NOT NULL,
  points_earned INTEGER NOT NULL DEFAULT 0,
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  import_id TEXT REFERENCES imports (id),
  undone_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX visits_by_customer
  ON visits (customer_id, business_date, is_purchase, total_cents, cost_cents, item_quantity, undone_at) WHERE undone_at IS NULL;
CREATE INDEX visits_by_customer_time ON visits (customer_id, at);
CREATE INDEX visits_by_date ON visits (business_date) WHERE undone_at IS NULL;
CREATE INDEX visits_by_import ON visits (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE visit_lines (
  visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  product_id TEXT REFERENCES products (id),
  name TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  unit_price_cents INTEGER,
  amount_cents INTEGER NOT NULL,
  cost_cents INTEGER,
  staff_id TEXT REFERENCES staff (id),
  PRIMARY KEY (visit_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_lines_by_product ON visit_lines (product_id) WHERE product_id IS NOT NULL;

CREATE TABLE points_entries (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('earn', 'redeem', 'adjust', 'reverse', 'import')),
  points INTEGER NOT NULL,
  reason TEXT,
  visit_id TEXT REFERENCES visits (id),
  reverses_id TEXT UNIQUE REFERENCES points_entries (id),
  staff_id TEXT REFERENCES staff (id),
  import_id TEXT REFERENCES imports (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX points_entries_by_customer ON points_entries (customer_id, at, id, points);
CREATE INDEX points_entries_by_hand ON points_entries (customer_id, at, id) WHERE visit_id IS NULL;
CREATE INDEX points_entries_by_visit ON points_entries (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX points_entries_by_import ON points_entries (import_id) WHERE import_id IS NOT NULL;
CREATE TRIGGER points_entries_are_append_only BEFORE UPDATE ON points_entries
BEGIN SELECT raise(ABORT, 'the points ledger is append-only'); END;

CREATE TABLE interactions (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  channel TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  is_promotional INTEGER NOT NULL DEFAULT 0 CHECK (is_promotional IN (0, 1)),
  outcome TEXT,
  note TEXT,
  next_attempt_at INTEGER,
  staff_id TEXT REFERENCES staff (id),
  undone_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX interactions_by_customer ON interactions (customer_id, at);
CREATE INDEX interactions_by_customer_date ON interactions (customer_id, business_date, undone_at, outcome) WHERE undone_at IS NULL;

CREATE TABLE callbacks (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  interaction_id TEXT NOT NULL REFERENCES interactions (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'no_answer', 'busy', 'call_at', 'wrong_number', 'do_not_call')),
  next_attempt_at INTEGER,
  note TEXT,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  before TEXT NOT NULL CHECK (json_valid(before)),
  staff_id TEXT REFERENCES staff (id),
  undone_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX callbacks_by_customer ON callbacks (customer_id, at);
CREATE INDEX callbacks_by_date ON callbacks (business_date, at);

CREATE TABLE customer_changes (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('created', 'imported', 'edited', 'removed', 'restored')),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  before TEXT NOT NULL CHECK (json_valid(before)),
  import_id TEXT REFERENCES imports (id),
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_changes_by_customer ON customer_changes (customer_id, at);
CREATE INDEX customer_changes_by_import ON customer_changes (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE customer_summaries (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL DEFAULT 1,
  visit_count INTEGER NOT NULL DEFAULT 0,
  purchase_day_count INTEGER NOT NULL DEFAULT 0,
  spend_cents INTEGER NOT NULL DEFAULT 0,
  cost_cents INTEGER NOT NULL DEFAULT 0,
  item_quantity INTEGER NOT NULL DEFAULT 0,
  first_visit_on TEXT,
  last_visit_on TEXT,
  last_purchase_on TEXT,
  last_interaction_on TEXT,
  rhythm_days REAL,
  overdue_after_days REAL,
  points_balance INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_summaries_by_last_visit ON customer_summaries (last_visit_on, customer_id);
CREATE INDEX customer_summaries_by_spend ON customer_summaries (spend_cents, customer_id);
CREATE INDEX customer_summaries_by_visits ON customer_summaries (visit_count, customer_id);
CREATE INDEX customer_summaries_by_points ON customer_summaries (points_balance, customer_id);

CREATE TABLE customer_classes (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  as_of TEXT NOT NULL,
  recency_score INTEGER NOT NULL,
  frequency_score INTEGER NOT NULL,
  money_score INTEGER NOT NULL,
  rfm TEXT NOT NULL,
  rfm8 TEXT NOT NULL,
  value TEXT NOT NULL,
  activity TEXT NOT NULL,
  is_dormant INTEGER NOT NULL CHECK (is_dormant IN (0, 1)),
  lifecycle TEXT NOT NULL,
  window_purchase_days INTEGER NOT NULL,
  window_spend_cents INTEGER NOT NULL,
  year_spend_cents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_classes_by_rfm ON customer_classes (rfm, year_spend_cents, customer_id);
CREATE INDEX customer_classes_by_rfm8 ON customer_classes (rfm8, year_spend_cents, customer_id);
CREATE INDEX customer_classes_by_value ON customer_classes (value, year_spend_cents, customer_id);
CREATE INDEX customer_classes_by_activity ON customer_classes (activity, year_spend_cents, customer_id);
CREATE INDEX customer_classes_by_dormant ON customer_classes (is_dormant, year_spend_cents, customer_id);
CREATE INDEX customer_classes_by_matrix ON customer_classes (recency_score, frequency_score, year_spend_cents, customer_id);

CREATE TABLE engine_runs (
  name TEXT PRIMARY KEY,
  business_date TEXT,
  settings TEXT CHECK (json_valid(settings)),
  cutoffs TEXT CHECK (json_valid(cutoffs)),
  invalidations INTEGER NOT NULL DEFAULT 0,
  finished_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE reminders (
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  rule TEXT NOT NULL,
  occurrence TEXT NOT NULL,
  due_on TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  weight REAL NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  closed_by TEXT REFERENCES callbacks (id),
  PRIMARY KEY (customer_id, rule, occurrence)
) STRICT, WITHOUT ROWID;

CREATE TABLE callback_queue (
  customer_id TEXT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
  promised_at INTEGER,
  hidden_until INTEGER,
  score REAL NOT NULL,
  judged_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX callback_queue_by_score ON callback_queue (score DESC, customer_id, hidden_until, promised_at)
  WHERE promised_at IS NULL;
CREATE INDEX callback_queue_by_promise ON callback_queue (promised_at, customer_id, hidden_until)
  WHERE promised_at IS NOT NULL;
CREATE INDEX callback_queue_by_hidden ON callback_queue (hidden_until) WHERE hidden_until IS NOT NULL;

CREATE TABLE backups (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  file TEXT NOT NULL,
  folder TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX backups_by_time ON backups (at);
`;
