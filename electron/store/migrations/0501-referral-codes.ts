/**
 * Codes by which a customer is named as the one who brought somebody (R096), made when first wanted. Whoever was merged has those of both
 * cards, and each still leads to them; with who is erased theirs go.
 */
export const referralCodesSchema = `
CREATE TABLE referral_codes (
  code TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  staff_id TEXT REFERENCES staff (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX referral_codes_by_customer ON referral_codes (customer_id, at, code);
`;
