import { Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { QuantityText } from '../../components/QuantityText.tsx';
import { useMoney } from '../../components/useMoney.ts';

/** What was ordered, each line with what it comes to. */
export const OrderLines = ({ order }: { readonly order: Order }) => {
  const { t } = useTranslation();
  const money = useMoney();
  if (order.lines.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('orders.page.noLines')}
      </Text>
    );
  return (
    <Paper withBorder>
      <Table verticalSpacing={8} horizontalSpacing="md" aria-label={t('orders.page.lines')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('visits.lines.item')}</Table.Th>
            <Table.Th ta="right">{t('visits.lines.quantity')}</Table.Th>
            <Table.Th ta="right">{t('visits.lines.price')}</Table.Th>
            <Table.Th ta="right">{t('sales.discount')}</Table.Th>
            <Table.Th ta="right">{t('visits.lines.amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {order.lines.map(({ line, discountCents, amountCents }, index) => {
            const notes = [
              line.serialNumber === '' ? '' : t('visits.lines.serial', { number: line.serialNumber }),
              line.specification,
            ].filter((part) => part !== '');
            return (
              <Table.Tr key={`${index}`}>
                <Table.Td>
                  <Text size="sm" fw={700}>
                    {line.name}
                  </Text>
                  {notes.length > 0 && (
                    <Text size="sm" c="dimmed">
                      {notes.join(' · ')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  <QuantityText quantity={line.quantity} />
                </Table.Td>
                <Table.Td ta="right">{money(line.unitPriceCents, true)}</Table.Td>
                <Table.Td ta="right">{discountCents === 0 ? '' : `−${money(discountCents, true)}`}</Table.Td>
                <Table.Td ta="right">{money(amountCents, true)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Paper>
  );
};
