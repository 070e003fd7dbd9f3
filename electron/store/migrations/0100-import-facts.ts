/** Which import brought a day to remember, a member of the family, a safety note or a patch test: what its undo takes back. */
export const importFacts = ['important_dates', 'family_members', 'safety_facts', 'patch_tests']
  .map(
    (table) => `
ALTER TABLE ${table} ADD COLUMN import_id TEXT REFERENCES imports (id);
CREATE INDEX ${table}_by_import ON ${table} (import_id) WHERE import_id IS NOT NULL;
`,
  )
  .join('');
