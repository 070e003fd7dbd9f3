/** Who earned points often on one day, and who gave them by hand, is found by the day: no ledger is walked through for it (X66). */
export const unusualPointsSchema = `
CREATE INDEX points_entries_earned_by_day ON points_entries (business_date, customer_id, points, staff_id, id) WHERE kind = 'earn';
CREATE INDEX points_entries_adjusted_by_day ON points_entries (business_date, staff_id, points, id) WHERE kind = 'adjust';
`;
