import { customerViewSchema } from '../../shared/contract/customerViews.ts';
import type { CustomerView } from '../../shared/contract/customerViews.ts';
import type { CustomerViewId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, firstRow, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

const parsed = (text: string): unknown => JSON.parse(text);

const columns = ['id', 'name', 'filter', 'columns', 'sort', 'direction', 'widths', 'is_default'] as const;

const viewOf = (row: {
  readonly id: CustomerViewId;
  readonly name: string;
  readonly filter: string;
  readonly columns: string;
  readonly sort: string;
  readonly direction: string;
  readonly widths: string;
  readonly is_default: 0 | 1;
}): CustomerView =>
  customerViewSchema.parse({
    ...row,
    filter: parsed(row.filter),
    columns: parsed(row.columns),
    widths: parsed(row.widths),
    isDefault: row.is_default === 1,
  });

/** Every saved view in the order the shop gave them. */
export const listCustomerViews = (database: StoreDatabase): CustomerView[] =>
  rows(database, sqlite.selectFrom('customer_views').select(columns).orderBy('position').orderBy('id')).map(viewOf);

export const findCustomerView = (database: StoreDatabase, id: CustomerViewId): CustomerView | null => {
  const row = firstRow(database, sqlite.selectFrom('customer_views').select(columns).where('id', '=', id));
  return row === undefined ? null : viewOf(row);
};

/** The view of this name, or undefined. Names are told apart as they are written. */
export const findCustomerViewByName = (database: StoreDatabase, name: string): CustomerViewId | undefined =>
  firstRow(database, sqlite.selectFrom('customer_views').select('id').where('name', '=', name))?.id;

/** The view that the list opens with, or null. */
export const findDefaultView = (database: StoreDatabase): CustomerViewId | null =>
  firstRow(database, sqlite.selectFrom('customer_views').select('id').where('is_default', '=', 1))?.id ?? null;

/** From now on the list opens with this one, or with none. */
export const setDefaultView = (database: StoreDatabase, id: CustomerViewId | null): void => {
  execute(database, sqlite.updateTable('customer_views').set({ is_default: 0 }).where('is_default', '=', 1));
  if (id !== null) execute(database, sqlite.updateTable('customer_views').set({ is_default: 1 }).where('id', '=', id));
};

/** Adds the view at the end, or puts it in the place of the one that has its id. */
export const keepCustomerView = (database: StoreDatabase, view: Omit<CustomerView, 'isDefault'>, at: Instant): void => {
  const { id, name, sort, direction } = view;
  const values = {
    name,
    sort,
    direction,
    filter: JSON.stringify(view.filter),
    columns: JSON.stringify(view.columns),
    widths: JSON.stringify(view.widths),
    changed_at: at,
  };
  const last = firstRow(
    database,
    sqlite.selectFrom('customer_views').select((of) => of.fn.max<number | null>('position').as('position')),
  )?.position;
  execute(
    database,
    sqlite
      .insertInto('customer_views')
      .values({ id, ...values, position: (last ?? 0) + 1, created_at: at })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values)),
  );
};

/** Returns whether there was such a view. */
export const deleteCustomerView = (database: StoreDatabase, id: CustomerViewId): boolean =>
  execute(database, sqlite.deleteFrom('customer_views').where('id', '=', id)) > 0;

export const setViewPosition = (database: StoreDatabase, id: CustomerViewId, position: number): void => {
  execute(database, sqlite.updateTable('customer_views').set({ position }).where('id', '=', id));
};
