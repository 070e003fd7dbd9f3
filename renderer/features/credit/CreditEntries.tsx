import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreditEntryRow } from '../../../shared/contract/credit.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { DateText } from '../../components/DateText.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useTold } from '../../components/useTold.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
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
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0} miw={0}>
        <Text size="sm" td={entry.isReversed ? 'line-through' : undefined}>
          {words.kind}
          {entry.method !== null && ` · ${t(`orders.money.methods.${entry.method}`)}`}
          {entry.reason !== null && ` · ${entry.reason}`}
        </Text>
        <Text size="xs" c="dimmed">
          <DateText date={entry.businessDate} as="figures" />
          {entry.staffName !== null && ` · ${entry.staffName}`}
          {entry.dueOn !== null && ` · ${t('credit.dueBy', { date: entry.dueOn })}`}
        </Text>
        {entry.paysFor.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('credit.paysFor', {
              list: entry.paysFor
                .map(({ chargedOn, cents: part }) => t('credit.paysPart', { date: chargedOn, amount: money(part) }))
                .join(t('credit.separator')),
            })}
          </Text>
        )}
        {isPresent && entry.canReverse && (
          <Button
            variant="subtle"
            size="compact-xs"
            w="fit-content"
            ml={-8}
            leftSection={<IconArrowBackUp size={14} stroke={1.7} aria-hidden />}
            loading={reverse.isPending}
            aria-label={t('credit.takeBackOf', words)}
            onClick={() => {
              reverse.mutate(
                { entryId: entry.id, reason: t('credit.takenBackReason') },
                {
                  onSuccess: () => {
                    told(t('credit.takenBack', words));
                  },
                },
              );
            }}
          >
            {t('credit.takeBack')}
          </Button>
        )}
      </Stack>
      <Stack gap={0} align="flex-end" flex="none">
        <Text size="sm" fw={700}>
          {entry.cents > 0 && '+'}
          <MoneyText amount={entry.cents} keepZeros />
        </Text>
        <Text size="xs" c="dimmed">
          <MoneyText amount={entry.owedAfterCents} keepZeros />
        </Text>
      </Stack>
    </Group>
  );
};
