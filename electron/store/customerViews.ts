import { customerViewSchema } from '../../shared/contract/customerViews.ts';
import type { CustomerView } from '../../shared/contract/customerViews.ts';
import type { CustomerViewId } from '../../shared/types/ids.ts';
import type { Instant } from '../../shared/types/time.ts';
import { execute, firstRow, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';

const parsed = (text: string): unknown => JSON.parse(text);

const columns = ['id', 'name', 'filter', 'columns', 'sort', 'direction'] as const;

const viewOf = (row: {
  readonly id: CustomerViewId;
  readonly name: string;
  readonly filter: string;
  readonly columns: string;
  readonly sort: string;
  readonly direction: string;
}): CustomerView => customerViewSchema.parse({ ...row, filter: parsed(row.filter), columns: parsed(row.columns) });

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

/** Adds the view at the end, or puts it in the place of the one that has its id. */
export const keepCustomerView = (database: StoreDatabase, view: CustomerView, at: Instant): void => {
  const { id, name, sort, direction } = view;
  const values = {
    name,
    sort,
    direction,
    filter: JSON.stringify(view.filter),
    columns: JSON.stringify(view.columns),
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
