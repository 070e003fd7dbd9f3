import { AppError } from '../../shared/errors.ts';
import { productId as toProductId } from '../../shared/types/ids.ts';
import type { ProductId } from '../../shared/types/ids.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { findProductByBarcode, findProductById, insertProduct, listProducts, updateProduct } from '../store/products.ts';
import type { HandlersOf, StoreContext } from './context.ts';
import { withoutBlanks } from './customers/fields.ts';
import { refuseField } from './refuseField.ts';

const requireFreeBarcode = ({ database }: StoreContext, barcode: string | null | undefined, own: ProductId | null): void => {
  if (barcode == null) return;
  const taken = findProductByBarcode(database, barcode);
  if (taken !== undefined && taken !== own) throw new AppError('conflict', { reason: 'barcode_taken', productId: taken });
};

/** An early day belongs to a public one and comes before it. */
const requireEarlyBefore = (earlyFrom: LocalDate | null, publicFrom: LocalDate | null, path: string): void => {
  if (earlyFrom !== null && publicFrom !== null && earlyFrom >= publicFrom) refuseField(path, 'early_not_before');
};

export const productsHandlers: HandlersOf<'products'> = {
  'products.list': ({ database }, input) => listProducts(database, input),
  'products.create': (context, input) => {
    const given = withoutBlanks(input);
    requireEarlyBefore(given.earlyFrom ?? null, given.publicFrom ?? null, 'earlyFrom');
    requireFreeBarcode(context, given.barcode, null);
    const id = toProductId(context.newId());
    insertProduct(context.database, {
      id,
      at: context.now(),
      name: given.name,
      priceCents: given.priceCents,
      category: given.category ?? null,
      costCents: given.costCents ?? null,
      barcode: given.barcode ?? null,
      isService: given.isService ?? false,
      patchTestDays: given.patchTestDays ?? null,
      isFavourite: given.isFavourite ?? false,
      chargedBy: given.chargedBy ?? 'unit',
      publicFrom: given.publicFrom ?? null,
      earlyFrom: given.earlyFrom ?? null,
    });
    context.audited({ priceCents: given.priceCents });
    context.changed(['products'], []);
    return { productId: id };
  },
  'products.update': (context, input) => {
    const changes = withoutBlanks(input.changes);
    const present = findProductById(context.database, input.productId);
    if (!present) throw new AppError('not_found', { what: 'product' });
    requireEarlyBefore(
      changes.earlyFrom === undefined ? present.earlyFrom : changes.earlyFrom,
      changes.publicFrom === undefined ? present.publicFrom : changes.publicFrom,
      'changes.earlyFrom',
    );
    requireFreeBarcode(context, changes.barcode, input.productId);
    updateProduct(context.database, input.productId, changes, context.now());
    const { priceCents } = changes;
    if (priceCents !== undefined && priceCents !== present.priceCents)
      context.audited({ before: { priceCents: present.priceCents }, after: { priceCents } });
    context.changed(['products'], []);
    return {};
  },
};
