import { defaultSettings, shopSettingsSchema } from '../../shared/contract/settings.ts';
import type { ShopSettings } from '../../shared/contract/settings.ts';
import type { Instant } from '../../shared/types/time.ts';
import { dataVersion } from './dataVersion.ts';
import { execute, hotQuery, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

const allSettings = hotQuery<Record<never, never>, { name: string; value: string }>(
  sqlite.selectFrom('settings').select(['name', 'value']),
);

const known = new WeakMap<StoreDatabase, { readonly version: number; readonly settings: ShopSettings }>();

/** Each setting's own schema, by its name. */
const schemas = new Map(Object.entries(shopSettingsSchema.shape));

const load = (database: StoreDatabase): ShopSettings => {
  const settings: Record<string, unknown> = { ...defaultSettings };
  for (const { name, value } of allSettings.rows(database, {})) {
    const parsed = schemas.get(name)?.safeParse(JSON.parse(value));
    if (parsed?.success === true) settings[name] = parsed.data;
  }
  return Object.freeze(shopSettingsSchema.parse(settings));
};

/**
 * The shop's settings: what was changed, over the defaults. A value that no longer parses falls back to its default. They are
 * remembered until this connection writes them or another one commits anything.
 */
export const readSettings = (database: StoreDatabase): ShopSettings => {
  const version = dataVersion(database);
  const remembered = known.get(database);
  if (remembered?.version === version) return remembered.settings;
  const settings = load(database);
  // What a transaction has written may yet be rolled back: it is not remembered.
  if (!database.connection.inTransaction) known.set(database, { version, settings });
  return settings;
};

/** Stores each changed setting as JSON under its name. */
export const writeSettings = (database: StoreDatabase, changes: Partial<ShopSettings>, at: Instant): void => {
  known.delete(database);
  for (const [name, value] of Object.entries(changes)) {
    const row = { value: JSON.stringify(value), changed_at: at };
    execute(
      database,
      sqlite
        .insertInto('settings')
        .values({ name, ...row })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row)),
    );
  }
};
