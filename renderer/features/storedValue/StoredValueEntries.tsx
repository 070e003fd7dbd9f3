import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredValueEntry } from '../../../shared/contract/storedValue.ts';
import { purseTotal } from '../../../shared/domain/storedValue/purse.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { DateText } from '../../components/DateText.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useTold } from '../../components/useTold.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { PageButtons } from '../../components/PageButtons.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import type { PurseOwner } from './StoredValueDrawer.tsx';

const FIRST = 8;
const PAGE = 50;

/** The ledger, latest first: each entry with how and why, and what the balance was after it. */
export const StoredValueEntries = ({ owner }: { readonly owner: PurseOwner }) => {
  const { t } = useTranslation();
  const [page, setPage] = useState<number | null>(null);
  const entries = useOperation(
    'storedValue.entries',
    { customerId: owner.id, offset: (page ?? 0) * PAGE, limit: page === null ? FIRST : PAGE },
    { keepPrevious: true },
  );
  if (entries.isError) return <ErrorNotice error={entries.error} onRetry={() => void entries.refetch()} />;
  if (entries.data === undefined || entries.data.total === 0) return null;
  const { rows, total } = entries.data;
  return (
    <Stack gap="xs">
      <Text component="h3" size="sm" fw={700}>
        {t('storedValue.entries')}
      </Text>
      {rows.map((entry) => (
        <Entry key={entry.id} entry={entry} isPresent={!owner.isRemoved} />
      ))}
      {page === null && total > FIRST && (
        <Button
          variant="subtle"
          onClick={() => {
            setPage(0);
          }}
        >
          {t('storedValue.allEntries')}
        </Button>
      )}
      {page !== null && (
        <PageButtons
          page={page}
          pageSize={PAGE}
          total={total}
          onPage={setPage}
          before={t('customers.points.newer')}
          after={t('customers.points.older')}
        />
      )}
    </Stack>
  );
};

const Entry = ({ entry, isPresent }: { readonly entry: StoredValueEntry; readonly isPresent: boolean }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const told = useTold();
  const reverse = useCommand('storedValue.reverse');
  const total = purseTotal(entry);
  const words = { kind: t(`storedValue.kinds.${entry.kind}`), amount: money(cents(Math.abs(total))) };
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0} miw={0}>
        <Text size="sm" td={entry.isReversed ? 'line-through' : undefined}>
          {words.kind}
          {entry.method !== null && ` · ${t(`orders.money.methods.${entry.method}`)}`}
          {entry.otherName !== null &&
            ` · ${t(total < 0 ? 'storedValue.transfer.toWhom' : 'storedValue.transfer.fromWhom', { name: entry.otherName })}`}
          {entry.reason !== null && ` · ${entry.reason}`}
        </Text>
        <Text size="xs" c="dimmed">
          <DateText date={entry.businessDate} as="figures" />
          {entry.staffName !== null && ` · ${entry.staffName}`}
          {entry.giftCents !== 0 && ` · ${t('storedValue.giftPart', { amount: money(entry.giftCents) })}`}
        </Text>
        {isPresent && entry.canReverse && (
          <Button
            variant="subtle"
            size="compact-xs"
            w="fit-content"
            ml={-8}
            leftSection={<IconArrowBackUp size={14} stroke={1.7} aria-hidden />}
            loading={reverse.isPending}
            aria-label={t('storedValue.takeBackOf', words)}
            onClick={() => {
              reverse.mutate(
                { entryId: entry.id, reason: t('storedValue.takenBackReason') },
                {
                  onSuccess: () => {
                    told(t('storedValue.takenBack', words));
                  },
                },
              );
            }}
          >
            {t('storedValue.takeBack')}
          </Button>
        )}
      </Stack>
      <Stack gap={0} align="flex-end" flex="none">
        <Text size="sm" fw={700}>
          {total > 0 && '+'}
          <MoneyText amount={total} keepZeros />
        </Text>
        <Text size="xs" c="dimmed">
          <MoneyText amount={purseTotal(entry.balanceAfter)} keepZeros />
        </Text>
      </Stack>
    </Group>
  );
};
