/** Fields that only a session with 'private.income' reads or writes (R004). */
export const sensitiveFields = ['incomeBand', 'education'] as const;

/** The fields with the sensitive ones emptied. Every way customer data leaves the store passes through here. */
export const withoutSensitive = <Fields extends { incomeBand: string | null; education: string | null }>(
  fields: Fields,
): Fields => ({
  ...fields,
  incomeBand: null,
  education: null,
});
