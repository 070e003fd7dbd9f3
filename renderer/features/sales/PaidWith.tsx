import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useMoney } from '../../components/useMoney.ts';

/** One way of paying, by name: points with how many, stored value with its principal and gift. */
export const PaidWith = ({ payment }: { readonly payment: OutputOf<'visits.findById'>['payments'][number] }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { method, cents: paid, points, giftCents, fromName } = payment;
  if (method === 'points') return t('sales.paidWithPoints', { points: Math.abs(points ?? 0).toLocaleString() });
  if (method === 'account') return t('credit.kinds.charge');
  if (method === 'value_card') return t('valueCards.name');
  if (method !== 'stored') return t(`orders.money.methods.${method}`);
  const gift = Math.abs(giftCents ?? 0);
  const parts = { principal: money(cents(Math.abs(paid) - gift)), gift: money(cents(gift)) };
  return fromName === null ? t('sales.paidFromPurse', parts) : t('sharers.paidFrom', { ...parts, name: fromName });
};
