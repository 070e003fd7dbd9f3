const appendOnly = (table: string, words: string): string => `
CREATE TRIGGER ${table}_are_append_only BEFORE UPDATE ON ${table}
BEGIN SELECT raise(ABORT, 'the ${words} is append-only'); END;`;

/**
 * Coupons and discount codes (R081, R083, R084): what the shop issues, each with the terms of its day; and of both an append-only ledger of
 * uses that come in and go out, with what each took off and of which lines.
 */
export const couponsSchema = `
CREATE TABLE coupon_types (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  occasion TEXT NOT NULL CHECK (occasion IN ('none', 'birthday', 'next_visit')),
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE discount_codes (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  note TEXT NOT NULL,
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  total_uses INTEGER CHECK (total_uses > 0),
  uses_per_person INTEGER CHECK (uses_per_person > 0),
  from_on TEXT,
  until_on TEXT,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE coupons (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id),
  number TEXT NOT NULL UNIQUE,
  type_id TEXT NOT NULL REFERENCES coupon_types (id),
  name TEXT NOT NULL,
  terms TEXT NOT NULL CHECK (json_valid(terms)),
  occasion TEXT NOT NULL CHECK (occasion IN ('none', 'birthday', 'next_visit')),
  -- Of a birthday: the year it was for.
  occasion_year INTEGER,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  from_on TEXT,
  expires_on TEXT,
  reason TEXT,
  -- The visit that brought it.
  visit_id TEXT REFERENCES visits (id),
  batch_id TEXT,
  staff_id TEXT REFERENCES staff (id),
  CHECK ((occasion = 'birthday') = (occasion_year IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX coupons_by_customer ON coupons (customer_id, at, id);
CREATE INDEX coupons_by_visit ON coupons (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX coupons_by_batch ON coupons (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX coupons_by_type ON coupons (type_id, business_date);
CREATE INDEX coupons_that_lapse ON coupons (expires_on) WHERE expires_on IS NOT NULL;
CREATE INDEX coupons_by_staff ON coupons (staff_id, business_date) WHERE staff_id IS NOT NULL;
CREATE TRIGGER coupons_keep_their_terms BEFORE UPDATE ON coupons
WHEN NEW.id IS NOT OLD.id OR NEW.number IS NOT OLD.number OR NEW.type_id IS NOT OLD.type_id OR NEW.name IS NOT OLD.name
  OR NEW.terms IS NOT OLD.terms OR NEW.occasion IS NOT OLD.occasion OR NEW.occasion_year IS NOT OLD.occasion_year
  OR NEW.at IS NOT OLD.at OR NEW.business_date IS NOT OLD.business_date OR NEW.from_on IS NOT OLD.from_on
  OR NEW.expires_on IS NOT OLD.expires_on OR NEW.reason IS NOT OLD.reason OR NEW.visit_id IS NOT OLD.visit_id
  OR NEW.batch_id IS NOT OLD.batch_id OR NEW.staff_id IS NOT OLD.staff_id
  OR NOT EXISTS (
    SELECT 1 FROM merges WHERE is_moving = 1
      AND ((survivor_id = NEW.customer_id AND other_id = OLD.customer_id)
        OR (other_id = NEW.customer_id AND survivor_id = OLD.customer_id)))
BEGIN SELECT raise(ABORT, 'a coupon is append-only'); END;

CREATE TABLE coupon_entries (
  id TEXT PRIMARY KEY,
  coupon_id TEXT NOT NULL REFERENCES coupons (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('issue', 'redeem', 'return', 'void', 'reverse')),
  uses INTEGER NOT NULL,
  -- What it took off; below nothing where that is taken back.
  cents INTEGER NOT NULL DEFAULT 0,
  -- JSON array of [position of the line, cents].
  shares TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(shares)),
  reason TEXT,
  visit_id TEXT REFERENCES visits (id),
  reverses_id TEXT UNIQUE REFERENCES coupon_entries (id),
  concerns_id TEXT REFERENCES coupon_entries (id),
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX coupon_entries_by_coupon ON coupon_entries (coupon_id, at, id);
CREATE INDEX coupon_entries_by_visit ON coupon_entries (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX coupon_entries_by_concerned ON coupon_entries (concerns_id) WHERE concerns_id IS NOT NULL;
${appendOnly('coupon_entries', 'ledger of coupons')}

CREATE INDEX reminders_of_birthdays ON reminders (occurrence, customer_id) WHERE rule = 'birthday';

CREATE TABLE discount_code_uses (
  id TEXT PRIMARY KEY,
  code_id TEXT NOT NULL REFERENCES discount_codes (id),
  at INTEGER NOT NULL,
  business_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('redeem', 'return', 'reverse')),
  uses INTEGER NOT NULL,
  cents INTEGER NOT NULL,
  shares TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(shares)),
  visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE,
  reverses_id TEXT UNIQUE REFERENCES discount_code_uses (id),
  concerns_id TEXT REFERENCES discount_code_uses (id),
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX discount_code_uses_by_code ON discount_code_uses (code_id, at, id);
CREATE INDEX discount_code_uses_by_visit ON discount_code_uses (visit_id);
CREATE INDEX discount_code_uses_by_concerned ON discount_code_uses (concerns_id) WHERE concerns_id IS NOT NULL;
${appendOnly('discount_code_uses', 'ledger of discount codes')}
`;
