import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order, OrderPayment } from '../../../shared/contract/orders.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { DateText } from '../../components/DateText.tsx';
import { Figure } from '../../components/Figure.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useTold } from '../../components/useTold.ts';
import { useCommand } from '../../ipc/useCommand.ts';

/** What an order comes to, what was paid, what is due; and each entry of it, which can be reversed. */
export const OrderMoney = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const isOwing = order.dueCents > 0;
  return (
    <Stack gap="sm">
      <Title order={2} fz="md">
        {t('orders.money.title')}
      </Title>
      <Group gap="sm">
        <Figure label={t('orders.money.total')} value={<MoneyText amount={order.totalCents} keepZeros />} />
        <Figure label={t('orders.money.paid')} value={<MoneyText amount={order.paidCents} keepZeros />} />
        <Figure
          label={t('orders.money.due')}
          value={<MoneyText amount={order.dueCents} keepZeros {...(isOwing && { c: 'var(--mantine-color-amber-text)' })} />}
        />
      </Group>
      {order.payments.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('orders.money.none')}
        </Text>
      ) : (
        <Table verticalSpacing={6} aria-label={t('orders.money.entries')}>
          <Table.Tbody>
            {order.payments.map((entry) => (
              <Entry key={entry.id} order={order} entry={entry} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
};

const Entry = ({ order, entry }: { readonly order: Order; readonly entry: OrderPayment }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const told = useTold();
  const may = useMay();
  const reverse = useCommand('orders.reversePayment');
  const { today } = useShop();
  const kind = t(`orders.money.kind.${entry.kind}`);
  const canReverse = may('visits.write') && entry.kind !== 'reversal' && !entry.isReversed;
  return (
    <Table.Tr {...((entry.isReversed || entry.kind === 'reversal') && { c: 'dimmed' })}>
      <Table.Td>
        <Text span size="sm">
          {entry.on === today ? <MomentText at={entry.at} /> : <DateText date={entry.on} />}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text span size="sm">
          {[kind, t(`orders.money.methods.${entry.method}`), entry.note ?? '', entry.staffName ?? '']
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        <MoneyText amount={entry.cents} keepZeros {...(entry.isReversed && { td: 'line-through' })} />
      </Table.Td>
      <Table.Td ta="right" w="7rem">
        {entry.isReversed ? (
          <Text span size="xs">
            {t('orders.money.reversed')}
          </Text>
        ) : (
          canReverse && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              disabled={reverse.isPending}
              aria-label={t('orders.money.reverseOf', { kind, amount: money(entry.cents) })}
              onClick={() => {
                reverse.mutate(
                  { orderId: order.id, paymentId: entry.id },
                  {
                    onSuccess: () => {
                      told(t('orders.money.reversedOne', { amount: money(entry.cents) }));
                    },
                  },
                );
              }}
            >
              {t('orders.money.reverse')}
            </Button>
          )
        )}
      </Table.Td>
    </Table.Tr>
  );
};
