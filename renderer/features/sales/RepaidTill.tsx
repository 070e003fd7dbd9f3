import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Repaid } from '../../../shared/contract/credit.ts';
import { paymentMethods } from '../../../shared/domain/orders/money.ts';
import { sumCents } from '../../../shared/types/amounts.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';

/** Money that came in on a day for what had been put on account, by how it was paid: the till is counted with it. */
export const RepaidTill = ({ repaid }: { readonly repaid: readonly Repaid[] }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const byMethod = paymentMethods.flatMap((method) => {
    const entries = repaid.filter((entry) => entry.method === method);
    const sum = sumCents(entries.map(({ cents }) => cents));
    return entries.length === 0 ? [] : [`${t(`orders.money.methods.${method}`)} ${money(sum, true)}`];
  });
  return (
    <Stack gap={0} pt="md" component="section" aria-label={t('credit.till.title')}>
      <Title order={2} fz="md" px="md">
        {t('credit.till.title')}
      </Title>
      <Text size="sm" px="md" fw={700}>
        {byMethod.join(' · ')}
      </Text>
      <Text size="sm" c="dimmed" px="md" pb="xs">
        {t('credit.till.about')}
      </Text>
      <Table verticalSpacing={8} horizontalSpacing="md" layout="fixed" aria-label={t('credit.till.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="8rem">{t('sales.at')}</Table.Th>
            <Table.Th w="12rem">{t('sales.who')}</Table.Th>
            <Table.Th>{t('storedValue.till.kind')}</Table.Th>
            <Table.Th w="8rem">{t('storedValue.till.method')}</Table.Th>
            <Table.Th w="9rem" ta="right">
              {t('storedValue.till.money')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {repaid.map(({ id, at, customerId, name, kind, staffName, method, cents }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <MomentText at={at} />
              </Table.Td>
              <Table.Td>
                <Anchor
                  size="sm"
                  renderRoot={(props) => <Link to="/customers/$customerId" params={{ customerId }} search={{}} {...props} />}
                >
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <Text size="sm">
                  {t(`credit.kinds.${kind}`)}
                  {staffName !== null && ` · ${staffName}`}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{t(`orders.money.methods.${method}`)}</Text>
              </Table.Td>
              <Table.Td ta="right">
                <MoneyText amount={cents} keepZeros />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
