import type { Quantity } from '../../shared/types/amounts.ts';
import { formatQuantity } from '../../shared/domain/quantity.ts';

/** A quantity (thousandths) as people write it: 1, 0.25. */
export const QuantityText = ({ quantity }: { readonly quantity: Quantity }) => formatQuantity(quantity);
