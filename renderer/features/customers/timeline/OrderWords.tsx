import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MoneyText } from '../../../components/MoneyText.tsx';
import { itemsText, statusText } from '../../orders/orderWords.ts';
import { Dotted, Note } from './EntryWords.tsx';
import type { TimelineEntry } from './useTimeline.ts';

interface OrderWordsProps {
  readonly order: NonNullable<TimelineEntry['order']>;
  readonly staffName: string | null;
}

/** An order that was placed: its kind, how it stands now, what it comes to. */
export const OrderWords = ({ order, staffName }: OrderWordsProps) => {
  const { t } = useTranslation();
  const { id, number, orderKind, status, items, totalCents } = order;
  return (
    <>
      <Dotted
        parts={[
          <b key="kind">{t(`orders.kind.${orderKind}`)}</b>,
          <Anchor
            key="number"
            inherit
            underline="always"
            renderRoot={(props) => <Link to="/orders/$orderId" params={{ orderId: id }} {...props} />}
          >
            {number}
          </Anchor>,
          statusText(t, orderKind, status),
          totalCents === 0 ? null : <MoneyText key="total" amount={totalCents} />,
          staffName,
        ]}
      />
      <Note text={itemsText(t, items)} />
    </>
  );
};
