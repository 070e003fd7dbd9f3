import type { ProductId } from '../../shared/types/ids.ts';
import { findProductById } from '../store/products.ts';
import type { BaseContext } from './context.ts';

interface Scope {
  readonly productIds: readonly ProductId[];
  readonly categories: readonly string[];
}

/** What a card pays for, in words; empty is everything. */
export const paysForOf = ({ database }: BaseContext, { productIds, categories }: Scope): string[] => [
  ...productIds.flatMap((id) => findProductById(database, id)?.name ?? []),
  ...categories,
];
