import { useTranslation } from 'react-i18next';
import { useOperation } from '../../../ipc/useOperation.ts';
import type { Card } from '../form/customerValues.ts';

/** What lapses next, and what is not spendable yet; nothing where neither is. */
export const PointsNote = ({ card }: { readonly card: Card }) => {
  const { t, i18n } = useTranslation();
  const pending = useOperation('loyalty.pending', { customerId: card.id }).data;
  const [next] = pending?.days ?? [];
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  const notes = [
    ...(card.nextLapse === null
      ? []
      : [t('customers.points.lapsing', { points: figure(card.nextLapse.points), date: card.nextLapse.on })]),
    ...(pending === undefined || next === undefined
      ? []
      : [t('customers.points.pending', { points: figure(pending.points), date: next.on })]),
  ];
  return notes.length === 0 ? null : notes.join(' · ');
};
