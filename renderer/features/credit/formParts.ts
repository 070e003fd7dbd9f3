import type { OutputOf } from '../../../shared/contract.ts';
import { parseMoney } from '../../../shared/domain/money.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import type { Debtor } from './CreditDrawer.tsx';

/** What each form of the drawer is given. */
export interface CreditFormProps {
  readonly owner: Debtor;
  readonly account: OutputOf<'credit.account'>;
  /** Back to the account. */
  readonly onClose: () => void;
  /** It is written down. */
  readonly onDone: () => void;
}

/** What is typed, as an amount of what is owed; null for what is none. */
export const amountUpTo = (text: string, most: Cents): Cents | null => {
  const amount = parseMoney(text);
  return amount === null || amount <= 0 || amount > most ? null : amount;
};
