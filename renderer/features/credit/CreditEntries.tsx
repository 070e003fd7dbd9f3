import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreditEntryRow } from '../../../shared/contract/credit.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useTold } from '../../components/useTold.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { ValueEntry } from '../loyalty/ValueEntry.tsx';
import type { Debtor } from './CreditDrawer.tsx';

const PAGE = 20;

/** The ledger, latest first: each entry with how and why, what it paid for, and what was owed after it. */
export const CreditEntries = ({ owner }: { readonly owner: Debtor }) => {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  const entries = useOperation(
    'credit.entries',
    { customerId: owner.id, offset: page * PAGE, limit: PAGE },
    { keepPrevious: true },
  );
  if (entries.isError) return <ErrorNotice error={entries.error} onRetry={() => void entries.refetch()} />;
  if (entries.data === undefined || entries.data.total === 0) return null;
  return (
    <Stack gap="xs">
      <Text component="h3" size="sm" fw={700}>
        {t('credit.entries')}
      </Text>
      {entries.data.rows.map((entry) => (
        <Entry key={entry.id} entry={entry} isPresent={!owner.isRemoved} />
      ))}
      <PageButtons
        page={page}
        pageSize={PAGE}
        total={entries.data.total}
        onPage={setPage}
        before={t('customers.points.newer')}
        after={t('customers.points.older')}
      />
    </Stack>
  );
};

const Entry = ({ entry, isPresent }: { readonly entry: CreditEntryRow; readonly isPresent: boolean }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const told = useTold();
  const reverse = useCommand('credit.reverse');
  const words = { kind: t(`credit.kinds.${entry.kind}`), amount: money(cents(Math.abs(entry.cents))) };
  const paysFor = entry.paysFor
    .map(({ chargedOn, cents: part }) => t('credit.paysPart', { date: chargedOn, amount: money(part) }))
    .join(t('credit.separator'));
  return (
    <ValueEntry
      what={[words.kind, entry.method === null ? null : t(`orders.money.methods.${entry.method}`), entry.reason]}
      on={entry.businessDate}
      notes={[entry.staffName, entry.dueOn === null ? null : t('credit.dueBy', { date: entry.dueOn })]}
      more={paysFor === '' ? null : t('credit.paysFor', { list: paysFor })}
      isReversed={entry.isReversed}
      cents={entry.cents}
      afterCents={entry.owedAfterCents}
      takeBack={
        isPresent && entry.canReverse
          ? {
              words: t('credit.takeBack'),
              label: t('credit.takeBackOf', words),
              isPending: reverse.isPending,
              onTakeBack: () => {
                reverse.mutate(
                  { entryId: entry.id, reason: t('credit.takenBackReason') },
                  {
                    onSuccess: () => {
                      told(t('credit.takenBack', words));
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
