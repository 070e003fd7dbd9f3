import { Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderKind } from '../../../shared/domain/orders/statuses.ts';
import { newCustomerSearchOf } from '../../app/newCustomerSearch.ts';
import { CustomerPicker } from '../../components/CustomerPicker.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { emptyDraft } from '../visits/useVisitForm.ts';
import { OrderForm } from './OrderForm.tsx';
import { emptyOrder } from './orderDraft.ts';

/** A new order: whose, then what. */
export const NewOrderPage = (): ReactNode => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { customerId, kind = 'special' } = useSearch({ from: '/orders/new' });
  if (customerId !== undefined) return <Chosen key={customerId} customerId={customerId} kind={kind} />;
  return (
    <>
      <PageHeader title={t('orders.form.who')} text={t('orders.form.whoText')} />
      <Stack px="md" maw={760}>
        <CustomerPicker
          isFocused
          onPick={({ id }) => {
            void navigate({ to: '/orders/new', search: { customerId: id, kind }, replace: true });
          }}
          onCreate={(text) => {
            void navigate({ to: '/customers/new', search: newCustomerSearchOf(text, 'card') });
          }}
        />
      </Stack>
    </>
  );
};

const Chosen = ({ customerId, kind }: { readonly customerId: string; readonly kind: OrderKind }): ReactNode => {
  const card = useOperation('customers.findById', { customerId });
  if (card.isError) return <ErrorNotice error={card.error} onRetry={() => void card.refetch()} />;
  if (card.data === undefined) return null;
  return <OrderForm card={card.data} order={null} initial={first(kind)} />;
};

const firsts = new Map<OrderKind, { order: ReturnType<typeof emptyOrder>; lines: typeof emptyDraft }>();
/** The same empty fields at every drawing, so that untouched ones are told from typed ones. */
const first = (kind: OrderKind) => {
  const known = firsts.get(kind) ?? { order: emptyOrder(kind), lines: emptyDraft };
  firsts.set(kind, known);
  return known;
};
