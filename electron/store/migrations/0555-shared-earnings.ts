/**
 * What a visit moved in the points of somebody else (X55): of whoever's purse paid for it, where the shop lets them earn. The entry itself names no
 * visit, so that it stays when whoever made the visit is erased.
 */
export const sharedEarningsSchema = `
CREATE TABLE shared_earnings (
  entry_id TEXT PRIMARY KEY REFERENCES points_entries (id) ON DELETE CASCADE,
  visit_id TEXT NOT NULL REFERENCES visits (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX shared_earnings_by_visit ON shared_earnings (visit_id);
`;
