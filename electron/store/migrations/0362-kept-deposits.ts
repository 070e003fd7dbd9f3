/**
 * Deposits that stay with the shop: of a cancelled order whose money was not given back, of a booking whose customer did not come or cancelled
 * too late. A ledger by business day: what is given back or taken back later is an entry of its own with the sign turned. What was kept before
 * is booked on the day it was cancelled or missed.
 */
export const keptDepositsSchema = `
CREATE TABLE kept_deposits (
  id TEXT PRIMARY KEY,
  order_id TEXT REFERENCES orders (id) ON DELETE CASCADE,
  appointment_id TEXT REFERENCES appointments (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents <> 0),
  staff_id TEXT REFERENCES staff (id),
  CHECK ((order_id IS NULL) <> (appointment_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX kept_deposits_by_day ON kept_deposits (business_date, at, id);
CREATE INDEX kept_deposits_by_order ON kept_deposits (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX kept_deposits_by_appointment ON kept_deposits (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE TRIGGER kept_deposits_are_append_only BEFORE UPDATE ON kept_deposits
BEGIN SELECT raise(ABORT, 'kept deposits are append-only'); END;

INSERT INTO kept_deposits (id, order_id, at, business_date, cents, staff_id)
  SELECT orders.id, orders.id, event.at, date(event.at / 1000, 'unixepoch', 'localtime'), orders.paid_cents, event.staff_id
  FROM orders JOIN order_events AS event ON event.order_id = orders.id AND event.event = 'cancelled'
  WHERE orders.status = 'cancelled' AND orders.removed_at IS NULL AND orders.paid_cents > 0
    AND event.id = (SELECT id FROM order_events WHERE order_id = orders.id AND event = 'cancelled' ORDER BY at DESC, id DESC LIMIT 1);
INSERT INTO kept_deposits (id, appointment_id, at, business_date, cents)
  SELECT id, id, at, business_date, deposit_paid_cents FROM appointments
  WHERE status IN ('no_show', 'late_cancelled') AND removed_at IS NULL AND deposit_paid_cents > 0;
`;
