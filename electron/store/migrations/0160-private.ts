/** The shop's own fields may belong to a private group (X40); staff have a note that only their managers read. */
export const privateSchema = `
ALTER TABLE custom_fields ADD COLUMN private_group TEXT
  CHECK (private_group IS NULL OR private_group IN ('health', 'income', 'staff_notes'));
ALTER TABLE staff ADD COLUMN note TEXT;
`;
