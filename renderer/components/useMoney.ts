import { formatMoney } from '../../shared/domain/money.ts';
import type { Cents } from '../../shared/types/amounts.ts';
import { useShop } from '../app/shop.tsx';

/** Writes amounts in the shop's currency and language, for sentences; on its own use MoneyText. */
export const useMoney = () => {
  const { settings } = useShop();
  return (amount: Cents, keepZeros = false): string => formatMoney(amount, settings.currency, settings.language, keepZeros);
};
