import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { paymentMethods, type PaymentMethod } from '../../../shared/domain/orders/money.ts';
import { sumCents, type Cents } from '../../../shared/types/amounts.ts';
import type { Instant } from '../../../shared/types/time.ts';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';

interface TillRow {
  readonly key: string;
  readonly at: Instant;
  /** Null of what is nobody's yet. */
  readonly customerId: string | null;
  readonly name: string | null;
  readonly what: string;
  readonly staffName: string | null;
  readonly method: PaymentMethod;
  readonly cents: Cents;
  /** What was given on top, where that is a column. */
  readonly giftCents?: Cents;
}

interface DayTillProps {
  readonly title: string;
  readonly about: string;
  readonly rows: readonly TillRow[];
}

/** Money that came in on a day beside its visits, or went out again, by how it was paid: the till is counted with it. Nothing on a day without. */
export const DayTill = ({ title, about, rows }: DayTillProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  if (rows.length === 0) return null;
  const byMethod = paymentMethods.flatMap((method) => {
    const paid = rows.filter((row) => row.method === method);
    const amount = money(sumCents(paid.map(({ cents }) => cents)), true);
    return paid.length === 0 ? [] : [t('storedValue.till.byMethod', { method: t(`orders.money.methods.${method}`), amount })];
  });
  const hasGift = rows.some(({ giftCents }) => giftCents !== undefined);
  return (
    <Stack gap={0} pt="md" component="section" aria-label={title}>
      <Title order={2} fz="md" px="md">
        {title}
      </Title>
      <Text size="sm" px="md" fw={700}>
        {byMethod.join(' · ')}
      </Text>
      <Text size="sm" c="dimmed" px="md" pb="xs">
        {about}
      </Text>
      <Table verticalSpacing={8} horizontalSpacing="md" layout="fixed" aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="8rem">{t('sales.at')}</Table.Th>
            <Table.Th w="12rem">{t('sales.who')}</Table.Th>
            <Table.Th>{t('storedValue.till.kind')}</Table.Th>
            <Table.Th w="8rem">{t('storedValue.till.method')}</Table.Th>
            {hasGift && (
              <Table.Th w="9rem" ta="right">
                {t('storedValue.gift')}
              </Table.Th>
            )}
            <Table.Th w="9rem" ta="right">
              {t('storedValue.till.money')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, at, customerId, name, what, staffName, method, cents, giftCents }) => (
            <Table.Tr key={key}>
              <Table.Td>
                <MomentText at={at} />
              </Table.Td>
              <Table.Td>
                {customerId === null ? (
                  <Text size="sm" c="dimmed">
                    {t('visits.walkIn.name')}
                  </Text>
                ) : (
                  <CustomerLink customerId={customerId}>{name ?? ''}</CustomerLink>
                )}
              </Table.Td>
              <Table.Td>
                <Text size="sm">
                  {what}
                  {staffName !== null && ` · ${staffName}`}
                </Text>
              </Table.Td>
              <Table.Td>
                <Text size="sm">{t(`orders.money.methods.${method}`)}</Text>
              </Table.Td>
              {hasGift && (
                <Table.Td ta="right">
                  {giftCents !== undefined && giftCents !== 0 && <MoneyText amount={giftCents} keepZeros />}
                </Table.Td>
              )}
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
