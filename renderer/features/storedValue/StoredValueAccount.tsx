import { Divider, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { purseTotal, type Purse } from '../../../shared/domain/storedValue/purse.ts';
import { DateText } from '../../components/DateText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { GiftsToCome } from './GiftsToCome.tsx';

type Account = OutputOf<'storedValue.account'>;

const parts = ['brought', 'toppedUp', 'transferred', 'adjusted', 'spent', 'refunded', 'voided'] as const;

/** Principal and gift beside each other, to the cent. */
const Two = ({ purse, isStrong = false }: { readonly purse: Purse; readonly isStrong?: boolean }) => (
  <>
    <Table.Td ta="right" {...(isStrong && { fw: 700 })}>
      <MoneyText amount={purse.principalCents} keepZeros />
    </Table.Td>
    <Table.Td ta="right" {...(isStrong && { fw: 700 })}>
      <MoneyText amount={purse.giftCents} keepZeros />
    </Table.Td>
  </>
);

/** The balance as the sum it is, and what is left of what came in when. */
export const StoredValueAccount = ({ account }: { readonly account: Account }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { balance, sums, lots, moreLots } = account;
  const made = parts.filter((part) => sums[part].principalCents !== 0 || sums[part].giftCents !== 0);
  if (made.length === 0 && lots.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('storedValue.none')}
      </Text>
    );
  return (
    <Stack gap="lg">
      <Stack gap={0}>
        <Group justify="space-between" align="baseline">
          <Text size="sm" c="dimmed">
            {t('storedValue.has')}
          </Text>
          <Text fz={30} lh={1.2} fw={700} c="var(--regulars-advice-text)">
            <MoneyText amount={purseTotal(balance)} keepZeros />
          </Text>
        </Group>
        <Text size="sm" c="dimmed" ta="right">
          {t('storedValue.parts', { principal: money(balance.principalCents), gift: money(balance.giftCents) })}
        </Text>
      </Stack>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('storedValue.madeOf')}</Table.Th>
            <Table.Th ta="right">{t('storedValue.principal')}</Table.Th>
            <Table.Th ta="right">{t('storedValue.gift')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {made.map((part) => (
            <Table.Tr key={part}>
              <Table.Td c="dimmed">{t(`storedValue.sums.${part}`)}</Table.Td>
              <Two purse={sums[part]} />
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Td fw={700}>{t('storedValue.has')}</Table.Td>
            <Two purse={balance} isStrong />
          </Table.Tr>
        </Table.Tbody>
      </Table>
      {lots.length > 0 && (
        <Stack gap="xs">
          <Text component="h3" size="sm" fw={700}>
            {t('storedValue.lots')}
          </Text>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('storedValue.cameOn')}</Table.Th>
                <Table.Th ta="right">{t('storedValue.principal')}</Table.Th>
                <Table.Th ta="right">{t('storedValue.gift')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lots.map((lot) => (
                <Table.Tr key={lot.entryId}>
                  <Table.Td>
                    <DateText date={lot.cameOn} as="figures" />
                  </Table.Td>
                  <Two purse={lot.left} />
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {moreLots > 0 && (
            <Text size="sm" c="dimmed">
              {t('storedValue.moreLots', { count: moreLots })}
            </Text>
          )}
        </Stack>
      )}
      <GiftsToCome account={account} />
      <Divider color="var(--regulars-hairline)" />
    </Stack>
  );
};
