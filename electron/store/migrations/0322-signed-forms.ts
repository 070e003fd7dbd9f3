/**
 * Consent and intake forms (X27). What was signed holds the words, the answers and the signature of that day and cannot be changed by anybody;
 * only whose it is (a merge) and whether it still counts may change.
 */
export const signedFormsSchema = `
CREATE TABLE form_templates (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  questions TEXT NOT NULL CHECK (json_valid(questions)),
  valid_months INTEGER CHECK (valid_months BETWEEN 1 AND 120),
  is_private INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1)),
  version INTEGER NOT NULL CHECK (version >= 1),
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  archived_at INTEGER
) STRICT;

CREATE TABLE signed_forms (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  template_id TEXT NOT NULL REFERENCES form_templates (id),
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  way TEXT NOT NULL CHECK (way IN ('drawn', 'typed', 'paper')),
  strokes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(strokes)),
  signer TEXT NOT NULL,
  is_guardian INTEGER NOT NULL DEFAULT 0 CHECK (is_guardian IN (0, 1)),
  at INTEGER NOT NULL,
  signed_on TEXT NOT NULL,
  valid_until TEXT,
  staff_id TEXT REFERENCES staff (id),
  created_at INTEGER NOT NULL,
  voided_at INTEGER
) STRICT;
CREATE INDEX signed_forms_by_customer ON signed_forms (customer_id, at, id);
CREATE INDEX signed_forms_by_template ON signed_forms (template_id);

CREATE TRIGGER signed_forms_stay BEFORE UPDATE OF id, template_id, version, name, text, answers, way, strokes, signer, is_guardian, at,
  signed_on, valid_until, staff_id, created_at ON signed_forms
BEGIN
  SELECT RAISE(ABORT, 'a signed form stays as it was signed');
END;
`;
