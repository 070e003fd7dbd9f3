import { demoProducts } from '../../../shared/domain/demo/products.ts';
import type { DemoProduct } from '../../../shared/domain/demo/products.ts';
import { staffNames } from '../../../shared/domain/demo/words.ts';
import { nameSortKey } from '../../../shared/domain/names.ts';
import { productId, staffId } from '../../../shared/types/ids.ts';
import type { ProductId, StaffId } from '../../../shared/types/ids.ts';
import type { Instant, LocalDate } from '../../../shared/types/time.ts';
import { rowInserter } from '../../store/bulk.ts';
import type { StoreDatabase } from '../../store/database.ts';

/** What a maker of rows needs: where to, ids and the moment it was written down. */
export interface DemoWriter {
  readonly database: StoreDatabase;
  newId(): string;
  /** Minute of a day in the shop's zone. */
  at(on: LocalDate, minute: number): Instant;
}

const pinyinOf = (product: DemoProduct): { name_pinyin: string; initials: string } => {
  const name_pinyin = nameSortKey(product.name);
  return {
    name_pinyin,
    initials: name_pinyin
      .split(' ')
      .map((syllable) => syllable.charAt(0))
      .join(''),
  };
};

/** Writes the staff; returns their ids in the order of `staffNames`. */
export const writeStaff = (writer: DemoWriter, createdAt: Instant): StaffId[] => {
  const insert = rowInserter(writer.database, 'staff');
  return staffNames.map((name) => {
    const id = staffId(writer.newId());
    insert({ id, name, is_active: 1, created_at: createdAt });
    return id;
  });
};

/** Writes what the shop sells; returns the ids in the order of `demoProducts`. */
export const writeProducts = (writer: DemoWriter, createdAt: Instant): ProductId[] => {
  const insert = rowInserter(writer.database, 'products');
  return demoProducts.map((product) => {
    const id = productId(writer.newId());
    insert({
      id,
      name: product.name,
      ...pinyinOf(product),
      category: product.category,
      price_cents: product.priceCents,
      cost_cents: product.costCents,
      barcode: null,
      is_service: product.isService ? 1 : 0,
      after_sale_guide: null,
      cycle_days: product.cycleDays,
      vip_from: null,
      public_from: null,
      created_at: createdAt,
      changed_at: createdAt,
    });
    return id;
  });
};
