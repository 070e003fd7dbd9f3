import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TillEntry } from '../../../shared/contract/visits.ts';
import { paymentMethods } from '../../../shared/domain/orders/money.ts';
import { cents, sumCents } from '../../../shared/types/amounts.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';

/** Money that came in for stored value on a day, or went out again, by how it was paid: the till is counted with it. */
export const StoredValueTill = ({ till }: { readonly till: readonly TillEntry[] }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const byMethod = paymentMethods.flatMap((method) => {
    const entries = till.filter((entry) => entry.method === method);
    const sum = sumCents(entries.map(({ principalCents }) => principalCents));
    return entries.length === 0
      ? []
      : [t('storedValue.till.byMethod', { method: t(`orders.money.methods.${method}`), amount: money(sum, true) })];
  });
  return (
    <Stack gap={0} pt="md" component="section" aria-label={t('storedValue.till.title')}>
      <Title order={2} fz="md" px="md">
        {t('storedValue.till.title')}
      </Title>
      <Text size="sm" px="md" fw={700}>
        {byMethod.join(' · ')}
      </Text>
      <Text size="sm" c="dimmed" px="md" pb="xs">
        {t('storedValue.till.about')}
      </Text>
      <Table verticalSpacing={8} horizontalSpacing="md" layout="fixed" aria-label={t('storedValue.till.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="8rem">{t('sales.at')}</Table.Th>
            <Table.Th w="12rem">{t('sales.who')}</Table.Th>
            <Table.Th>{t('storedValue.till.kind')}</Table.Th>
            <Table.Th w="8rem">{t('storedValue.till.method')}</Table.Th>
            <Table.Th w="9rem" ta="right">
              {t('storedValue.gift')}
            </Table.Th>
            <Table.Th w="9rem" ta="right">
              {t('storedValue.till.money')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {till.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};

const Row = ({ entry }: { readonly entry: TillEntry }) => {
  const { t } = useTranslation();
  const { customerId, giftCents, principalCents } = entry;
  return (
    <Table.Tr>
      <Table.Td>
        <MomentText at={entry.at} />
      </Table.Td>
      <Table.Td>
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/customers/$customerId" params={{ customerId }} search={{}} {...props} />}
        >
          {entry.name}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          {t(`storedValue.kinds.${entry.kind}`)}
          {entry.staffName !== null && ` · ${entry.staffName}`}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t(`orders.money.methods.${entry.method}`)}</Text>
      </Table.Td>
      <Table.Td ta="right">{giftCents !== 0 && <MoneyText amount={cents(giftCents)} keepZeros />}</Table.Td>
      <Table.Td ta="right">
        <MoneyText amount={principalCents} keepZeros />
      </Table.Td>
    </Table.Tr>
  );
};
