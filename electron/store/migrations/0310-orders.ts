/**
 * Orders (R052): special orders, layaways with deposit and instalments (X31), repairs of a customer's own item (X32), deliveries. The lines of
 * an order are kept as they were typed, the way `visits.record` takes them, and replaced as a whole. Money is a ledger of its own beside the
 * sum it comes to; goods count as spend once, with the visit that hands them over.
 */
export const ordersSchema = `
CREATE TABLE orders (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('special', 'layaway', 'repair', 'delivery')),
  status TEXT NOT NULL CHECK (status IN
    ('ordered', 'received', 'in_work', 'ready', 'to_send', 'sent', 'collected', 'delivered', 'cancelled')),
  -- How it stood before it was handed over or cancelled.
  former_status TEXT,
  lines TEXT NOT NULL CHECK (json_valid(lines)),
  discount TEXT CHECK (json_valid(discount)),
  discount_reason TEXT,
  total_cents INTEGER NOT NULL CHECK (total_cents >= 0),
  paid_cents INTEGER NOT NULL DEFAULT 0 CHECK (paid_cents BETWEEN 0 AND total_cents),
  promised_on TEXT,
  item TEXT,
  serial_number TEXT,
  condition TEXT,
  deliver_to TEXT,
  carrier TEXT,
  tracking_number TEXT,
  note TEXT,
  staff_id TEXT REFERENCES staff (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  ready_on TEXT,
  cancel_reason TEXT,
  removed_at INTEGER,
  CHECK ((status IN ('collected', 'delivered', 'cancelled')) = (former_status IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX orders_by_number ON orders (number);
CREATE INDEX orders_by_customer ON orders (customer_id, at, id);
CREATE INDEX orders_by_status ON orders (status, at, id) WHERE removed_at IS NULL;
CREATE INDEX orders_by_time ON orders (at, id) WHERE removed_at IS NULL;
CREATE INDEX orders_ready ON orders (ready_on, at, id) WHERE status = 'ready' AND removed_at IS NULL;
CREATE INDEX orders_by_tracking ON orders (tracking_number COLLATE NOCASE) WHERE tracking_number IS NOT NULL;

CREATE TABLE order_serials (
  order_id TEXT NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  serial_number TEXT NOT NULL COLLATE NOCASE,
  PRIMARY KEY (serial_number, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_serials_by_order ON order_serials (order_id);

CREATE TABLE order_payments (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('deposit', 'payment', 'refund', 'reversal')),
  cents INTEGER NOT NULL CHECK (cents <> 0),
  method TEXT NOT NULL CHECK (method IN ('cash', 'card', 'wechat', 'alipay', 'transfer', 'other')),
  -- Taken with the handing over, and taken back with it.
  is_final INTEGER NOT NULL DEFAULT 0 CHECK (is_final IN (0, 1)),
  reverses_id TEXT UNIQUE REFERENCES order_payments (id),
  note TEXT,
  staff_id TEXT REFERENCES staff (id),
  CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL)),
  CHECK (kind = 'reversal' OR (kind = 'refund') = (cents < 0))
) STRICT, WITHOUT ROWID;
CREATE INDEX order_payments_by_order ON order_payments (order_id, at, id);
CREATE TRIGGER order_payments_are_append_only BEFORE UPDATE ON order_payments
BEGIN SELECT raise(ABORT, 'the money of an order is append-only'); END;

CREATE TABLE order_events (
  id TEXT PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('placed', 'changed', 'status', 'told', 'done', 'undone', 'cancelled', 'reopened')),
  status TEXT,
  note TEXT,
  interaction_id TEXT REFERENCES interactions (id) ON DELETE SET NULL,
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_events_by_order ON order_events (order_id, at, id);
CREATE INDEX order_events_by_interaction ON order_events (interaction_id) WHERE interaction_id IS NOT NULL;

ALTER TABLE visits ADD COLUMN order_id TEXT REFERENCES orders (id) ON DELETE SET NULL;
CREATE INDEX visits_by_order ON visits (order_id) WHERE order_id IS NOT NULL;
`;
