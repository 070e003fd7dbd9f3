import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Product } from '../../shared/contract/products.ts';
import { nameInitials, nameSortKey } from '../../shared/domain/names.ts';
import type { ProductId } from '../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../shared/types/time.ts';
import { execute, firstRow, rows, sqlite } from './database.ts';
import type { StoreDatabase } from './database.ts';
import type { Flag, ProductsTable } from './schema.ts';

/** What a person types about a product. */
export type ProductFields = Omit<Product, 'id' | 'isActive'>;
export type ProductChanges = { readonly [Name in keyof ProductFields | 'isActive']?: Product[Name] | undefined };

const flag = (value: boolean): Flag => (value ? 1 : 0);

const productOf = (row: Pick<Selectable<ProductsTable>, (typeof columns)[number]>): Product => ({
  id: row.id,
  name: row.name,
  category: row.category,
  priceCents: row.price_cents,
  costCents: row.cost_cents,
  barcode: row.barcode,
  isService: row.is_service === 1,
  patchTestDays: row.patch_test_days,
  isFavourite: row.is_favourite === 1,
  chargedBy: row.charged_by,
  publicFrom: row.public_from,
  earlyFrom: row.vip_from,
  isActive: row.is_active === 1,
});

const columns = [
  'id',
  'name',
  'category',
  'price_cents',
  'cost_cents',
  'barcode',
  'is_service',
  'patch_test_days',
  'is_favourite',
  'charged_by',
  'public_from',
  'vip_from',
  'is_active',
] as const;

/** Text as LIKE takes it literally, with the escape character \. */
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/**
 * The products whose name, pinyin, initials, category or barcode contains the text; by pinyin of the name. A shop's list is
 * hundreds of rows: it is read through.
 */
export const listProducts = (
  database: StoreDatabase,
  filter: {
    readonly text: string;
    readonly includeInactive: boolean;
    readonly onlyFavourites: boolean;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly total: number; readonly rows: Product[] } => {
  const letters = filter.text.toLowerCase().replaceAll(/\s+/g, '');
  let found = sqlite.selectFrom('products');
  if (!filter.includeInactive) found = found.where('is_active', '=', 1);
  if (filter.onlyFavourites) found = found.where('is_favourite', '=', sql.lit(1));
  if (letters !== '') {
    const inside = `%${literal(letters)}%`;
    found = found.where((of) =>
      of.or([
        sql<boolean>`replace(lower(name), ' ', '') LIKE ${inside} ESCAPE '\\'`,
        sql<boolean>`replace(name_pinyin, ' ', '') LIKE ${inside} ESCAPE '\\'`,
        sql<boolean>`initials LIKE ${inside} ESCAPE '\\'`,
        sql<boolean>`lower(category) LIKE ${inside} ESCAPE '\\'`,
        of('barcode', '=', filter.text),
      ]),
    );
  }
  const total = firstRow(
    database,
    found.select((of) => of.fn.countAll<number>().as('count')),
  );
  const page = found.select(columns).orderBy('name_pinyin').orderBy('id').limit(filter.limit).offset(filter.offset);
  return { total: total?.count ?? 0, rows: rows(database, page).map(productOf) };
};

/** The product with this barcode, in use or not. */
export const findProductByBarcode = (database: StoreDatabase, barcode: string): ProductId | undefined =>
  firstRow(database, sqlite.selectFrom('products').select('id').where('barcode', '=', barcode))?.id;

export const findProductById = (database: StoreDatabase, id: ProductId): Product | undefined => {
  const row = firstRow(database, sqlite.selectFrom('products').select(columns).where('id', '=', id));
  return row && productOf(row);
};

export const insertProduct = (
  database: StoreDatabase,
  product: ProductFields & { readonly id: ProductId; readonly at: Instant },
): void => {
  const row = {
    id: product.id,
    name: product.name,
    name_pinyin: nameSortKey(product.name),
    initials: nameInitials(product.name),
    category: product.category,
    price_cents: product.priceCents,
    cost_cents: product.costCents,
    barcode: product.barcode,
    is_service: flag(product.isService),
    patch_test_days: product.patchTestDays,
    is_favourite: flag(product.isFavourite),
    charged_by: product.chargedBy,
    public_from: product.publicFrom,
    vip_from: product.earlyFrom,
    created_at: product.at,
    changed_at: product.at,
  };
  execute(database, sqlite.insertInto('products').values(row));
};

/** What was sold keeps the name and the price it was sold under: lines have their own. */
export const updateProduct = (database: StoreDatabase, id: ProductId, changes: ProductChanges, at: Instant): void => {
  const {
    name,
    category,
    priceCents,
    costCents,
    barcode,
    isService,
    patchTestDays,
    isFavourite,
    chargedBy,
    publicFrom,
    earlyFrom,
    isActive,
  } = changes;
  const row = {
    changed_at: at,
    ...(name !== undefined && { name, name_pinyin: nameSortKey(name), initials: nameInitials(name) }),
    ...(category !== undefined && { category }),
    ...(priceCents !== undefined && { price_cents: priceCents }),
    ...(costCents !== undefined && { cost_cents: costCents }),
    ...(barcode !== undefined && { barcode }),
    ...(isService !== undefined && { is_service: flag(isService) }),
    ...(patchTestDays !== undefined && { patch_test_days: patchTestDays }),
    ...(isFavourite !== undefined && { is_favourite: flag(isFavourite) }),
    ...(chargedBy !== undefined && { charged_by: chargedBy }),
    ...(publicFrom !== undefined && { public_from: publicFrom }),
    ...(earlyFrom !== undefined && { vip_from: earlyFrom }),
    ...(isActive !== undefined && { is_active: flag(isActive) }),
  };
  execute(database, sqlite.updateTable('products').set(row).where('id', '=', id));
};

/** The categories of these products; one without a category is left out. */
export const findCategories = (database: StoreDatabase, ids: readonly ProductId[]): ReadonlyMap<ProductId, string> =>
  new Map(
    ids.length === 0
      ? []
      : rows(database, sqlite.selectFrom('products').select(['id', 'category']).where('id', 'in', ids)).flatMap(
          ({ id, category }) => (category === null ? [] : [[id, category] as const]),
        ),
  );

/** Which of these products are not for everybody yet on a day, each with its days. */
export const findNotPublic = (
  database: StoreDatabase,
  ids: readonly ProductId[],
  on: LocalDate,
): { readonly id: ProductId; readonly publicFrom: LocalDate; readonly earlyFrom: LocalDate | null }[] =>
  ids.length === 0
    ? []
    : rows(
        database,
        sqlite
          .selectFrom('products')
          .select(['id', 'public_from', 'vip_from'])
          .where('id', 'in', ids)
          .where('public_from', '>', on),
      ).flatMap(({ id, public_from: publicFrom, vip_from: earlyFrom }) =>
        publicFrom === null ? [] : [{ id, publicFrom, earlyFrom }],
      );
