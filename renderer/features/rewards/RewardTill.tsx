import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paymentMethods } from '../../../shared/domain/orders/money.ts';
import { sumCents } from '../../../shared/types/amounts.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';

/** Money that rewards brought in on a day beside the points, or that went out again: the till is counted with it. */
export const RewardTill = ({ day }: { readonly day: string }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const entries = useOperation('rewards.till', { businessDate: day }).data?.entries ?? [];
  if (entries.length === 0) return null;
  const byMethod = paymentMethods.flatMap((method) => {
    const paid = entries.filter((entry) => entry.method === method);
    const sum = sumCents(paid.map(({ cashCents }) => cashCents));
    return paid.length === 0
      ? []
      : [t('storedValue.till.byMethod', { method: t(`orders.money.methods.${method}`), amount: money(sum, true) })];
  });
  return (
    <Stack gap={0} pt="md" component="section" aria-label={t('rewards.money.title')}>
      <Title order={2} fz="md" px="md">
        {t('rewards.money.title')}
      </Title>
      <Text size="sm" px="md" fw={700}>
        {byMethod.join(' · ')}
      </Text>
      <Text size="sm" c="dimmed" px="md" pb="xs">
        {t('rewards.money.about')}
      </Text>
      <Table verticalSpacing={8} horizontalSpacing="md" layout="fixed" aria-label={t('rewards.money.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="8rem">{t('sales.at')}</Table.Th>
            <Table.Th w="12rem">{t('sales.who')}</Table.Th>
            <Table.Th>{t('rewards.name')}</Table.Th>
            <Table.Th w="8rem">{t('storedValue.till.method')}</Table.Th>
            <Table.Th w="9rem" ta="right">
              {t('storedValue.till.money')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Table.Tr key={`${entry.id} ${entry.kind} ${entry.at}`}>
              <Table.Td>
                <MomentText at={entry.at} />
              </Table.Td>
              <Table.Td>
                <Anchor
                  size="sm"
                  renderRoot={(props) => (
                    <Link to="/customers/$customerId" params={{ customerId: entry.customerId }} search={{}} {...props} />
                  )}
                >
                  {entry.customerName}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <Text size="sm">
                  {t(`rewards.timeline.${entry.kind}`, { name: entry.name })}
                  {entry.staffName !== null && ` · ${entry.staffName}`}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{t(`orders.money.methods.${entry.method}`)}</Text>
              </Table.Td>
              <Table.Td ta="right">
                <MoneyText amount={entry.cashCents} keepZeros />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
