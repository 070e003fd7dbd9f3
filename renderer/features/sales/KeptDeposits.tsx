import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { KeptDeposit } from '../../../shared/contract/visits.ts';
import { useShop } from '../../app/shop.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';

/** Deposits that stayed with the shop on a day: of cancelled orders, and of bookings nobody came to. */
export const KeptDeposits = ({ kept }: { readonly kept: readonly KeptDeposit[] }) => {
  const { t } = useTranslation();
  return (
    <Stack gap={0} pt="md" component="section" aria-label={t('sales.kept.title')}>
      <Title order={2} fz="md" px="md">
        {t('sales.kept.title')}
      </Title>
      <Table verticalSpacing={8} horizontalSpacing="md" layout="fixed" aria-label={t('sales.kept.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="8rem">{t('sales.at')}</Table.Th>
            <Table.Th w="22rem">{t('sales.who')}</Table.Th>
            <Table.Th>{t('sales.kept.for')}</Table.Th>
            <Table.Th w="9rem" ta="right">
              {t('sales.total')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kept.map((one) => (
            <Row key={one.orderId ?? one.appointmentId ?? one.at} kept={one} />
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};

const Row = ({ kept }: { readonly kept: KeptDeposit }) => {
  const { t } = useTranslation();
  const { customerId, name } = kept;
  return (
    <Table.Tr>
      <Table.Td>
        <MomentText at={kept.at} />
      </Table.Td>
      <Table.Td>
        {customerId === null ? (
          <Text size="sm" c="dimmed">
            {name}
          </Text>
        ) : (
          <CustomerLink customerId={customerId}>{name}</CustomerLink>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" component="span">
          <KeptFor kept={kept} />
          {kept.cents < 0 && ` · ${t('sales.kept.returned')}`}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        <MoneyText amount={kept.cents} keepZeros />
      </Table.Td>
    </Table.Tr>
  );
};

/** The order or the booking it was for, with the way to it. */
const KeptFor = ({ kept }: { readonly kept: KeptDeposit }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { orderId, orderNumber, bookedFor, service } = kept;
  if (orderId !== null)
    return (
      <Anchor inherit renderRoot={(props) => <Link to="/orders/$orderId" params={{ orderId }} {...props} />}>
        {t('sales.kept.order', { number: orderNumber ?? '' })}
      </Anchor>
    );
  if (bookedFor === null) return t('sales.kept.someBooking');
  return (
    <Anchor inherit renderRoot={(props) => <Link to="/appointments" search={{ on: bookedFor }} {...props} />}>
      {t('sales.kept.booking', { date: dateWords(t, bookedFor, today), service: service ?? '' })}
    </Anchor>
  );
};
