/**
 * Lists are narrowed by consent (R190): who said yes to a purpose is found as those who said no are, and who took back that records are
 * kept without looking at everybody.
 */
export const consentFilterSchema = `
CREATE INDEX consents_given ON consents (purpose, customer_id, on_date, at, id)
  WHERE state = 'given' AND undone_at IS NULL;
CREATE INDEX customers_withdrawn ON customers (id, consent_withdrawn_on, consent_on) WHERE consent_withdrawn_on IS NOT NULL;
`;
