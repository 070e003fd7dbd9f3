import { Button, Divider, Drawer, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../../shared/contract.ts';
import { DateText } from '../../../components/DateText.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { MoneyText } from '../../../components/MoneyText.tsx';
import { useOperation } from '../../../ipc/useOperation.ts';
import { Redemptions } from '../../rewards/Redemptions.tsx';
import type { Card } from '../form/customerValues.ts';
import { ConvertPoints } from './ConvertPoints.tsx';
import { PendingPoints } from './PendingPoints.tsx';
import { PointsEntries } from './PointsEntries.tsx';

type Account = OutputOf<'loyalty.account'>;

interface PointsAccountProps {
  readonly card: Card;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Why somebody has the points they have: what they are made of, which lapse when, and every entry (R074). */
export const PointsAccount = ({ card, isOpen, onClose }: PointsAccountProps) => {
  const { t } = useTranslation();
  return (
    <Drawer
      position="right"
      size={460}
      opened={isOpen}
      onClose={onClose}
      title={t('customers.points.accountTitle', { name: card.fields.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <AccountOf card={card} />}
    </Drawer>
  );
};

const AccountOf = ({ card }: { readonly card: Card }) => {
  const customerId = card.id;
  const { t } = useTranslation();
  const account = useOperation('loyalty.account', { customerId });
  const [isWhole, setIsWhole] = useState(false);
  if (account.isError) return <ErrorNotice error={account.error} onRetry={() => void account.refetch()} />;
  if (account.data === undefined) return null;
  return (
    <Stack gap="lg">
      <Made account={account.data} />
      <ConvertPoints card={card} />
      <PendingPoints customerId={customerId} />
      <Lots account={account.data} />
      <Redemptions customerId={customerId} />
      <Divider color="var(--regulars-hairline)" />
      <PointsEntries customerId={customerId} isWhole={isWhole} />
      {!isWhole && (
        <Button
          variant="subtle"
          onClick={() => {
            setIsWhole(true);
          }}
        >
          {t('customers.points.allEntries')}
        </Button>
      )}
    </Stack>
  );
};

const parts = ['brought', 'earned', 'adjusted', 'spent', 'expired'] as const;

/** The balance as the sum it is: what came in, what was used, what lapsed. */
const Made = ({ account }: { readonly account: Account }) => {
  const { t, i18n } = useTranslation();
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  return (
    <Stack gap={4}>
      {parts
        .filter((part) => account.sums[part] !== 0)
        .map((part) => (
          <Group key={part} justify="space-between">
            <Text size="sm" c="dimmed">
              {t(`customers.points.sums.${part}`)}
            </Text>
            <Text size="sm">{signed.format(account.sums[part])}</Text>
          </Group>
        ))}
      <Divider color="var(--regulars-hairline)" />
      <Group justify="space-between">
        <Text fw={700}>{t('customers.points.has')}</Text>
        <Text fw={700} {...(account.balance < 0 && { c: 'var(--regulars-danger-text)' })}>
          {account.balance.toLocaleString(i18n.language)}
        </Text>
      </Group>
      {account.worthCents !== null && account.worthCents > 0 && (
        <Group justify="space-between" c="dimmed">
          <Text size="sm">{t('customers.points.worth')}</Text>
          <Text size="sm">
            <MoneyText amount={account.worthCents} />
          </Text>
        </Group>
      )}
      {account.owed > 0 && (
        <Text size="sm" c="dimmed">
          {t('customers.points.owed', { count: account.owed })}
        </Text>
      )}
    </Stack>
  );
};

/** What is left of which points, in the order in which they are spent. */
const Lots = ({ account }: { readonly account: Account }) => {
  const { t, i18n } = useTranslation();
  if (account.lots.every(({ lastDay }) => lastDay === null)) return null;
  return (
    <Stack gap="xs">
      <Text component="h3" size="sm" fw={700}>
        {t('customers.points.lots')}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('customers.points.earnedOn')}</Table.Th>
            <Table.Th ta="right">{t('customers.points.left')}</Table.Th>
            <Table.Th>{t('customers.points.lastDay')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {account.lots.map((lot) => (
            <Table.Tr key={lot.entryId}>
              <Table.Td>
                <DateText date={lot.earnedOn} as="figures" />
              </Table.Td>
              <Table.Td ta="right">{lot.remaining.toLocaleString(i18n.language)}</Table.Td>
              <Table.Td>
                {lot.lastDay === null ? t('customers.points.never') : <time dateTime={lot.lastDay}>{lot.lastDay}</time>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {account.moreLots > 0 && (
        <Text size="sm" c="dimmed">
          {t('customers.points.moreLots', { count: account.moreLots })}
        </Text>
      )}
    </Stack>
  );
};
