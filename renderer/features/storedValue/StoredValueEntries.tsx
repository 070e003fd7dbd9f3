import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredValueEntry } from '../../../shared/contract/storedValue.ts';
import { purseTotal } from '../../../shared/domain/storedValue/purse.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useTold } from '../../components/useTold.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { PageButtons } from '../../components/PageButtons.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { ValueEntry } from '../loyalty/ValueEntry.tsx';
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
  const other = entry.otherName;
  return (
    <ValueEntry
      what={[
        words.kind,
        entry.method === null ? null : t(`orders.money.methods.${entry.method}`),
        other === null
          ? null
          : entry.kind !== 'transfer' && entry.visitId !== null
            ? t('sharers.by', { name: other })
            : t(total < 0 ? 'storedValue.transfer.toWhom' : 'storedValue.transfer.fromWhom', { name: other }),
        entry.reason,
      ]}
      on={entry.businessDate}
      notes={[entry.staffName, entry.giftCents === 0 ? null : t('storedValue.giftPart', { amount: money(entry.giftCents) })]}
      isReversed={entry.isReversed}
      cents={total}
      afterCents={purseTotal(entry.balanceAfter)}
      takeBack={
        isPresent && entry.canReverse
          ? {
              words: t('storedValue.takeBack'),
              label: t('storedValue.takeBackOf', words),
              isPending: reverse.isPending,
              onTakeBack: () => {
                reverse.mutate(
                  { entryId: entry.id, reason: t('storedValue.takenBackReason') },
                  {
                    onSuccess: () => {
                      told(t('storedValue.takenBack', words));
                    },
                  },
                );
              },
            }
          : null
      }
    />
  );
};
