import { Anchor, Group, Stack, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { creditLeft } from '../../../shared/domain/credit/terms.ts';
import { DateText } from '../../components/DateText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';

type Account = OutputOf<'credit.account'>;

/** What is owed, how much more may be, and by which visits, the oldest first. */
export const CreditAccount = ({ account }: { readonly account: Account }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { owedCents, overdueCents, limitCents, termDays, own, charges, moreCharges } = account;
  const isOwn = own.limitCents !== null || own.termDays !== null;
  return (
    <Stack gap="lg">
      <Stack gap={0}>
        <Group justify="space-between" align="baseline">
          <Text size="sm" c="dimmed">
            {t('credit.owed')}
          </Text>
          <Text fz={30} lh={1.2} fw={700} c="var(--regulars-advice-text)">
            <MoneyText amount={owedCents} keepZeros />
          </Text>
        </Group>
        {overdueCents > 0 && (
          <Text size="sm" ta="right" c="var(--regulars-danger-text)">
            {t('credit.overdue', { amount: money(overdueCents) })}
          </Text>
        )}
        <Text size="sm" c="dimmed" ta="right">
          {t('credit.terms.line', {
            limit: money(limitCents),
            left: money(creditLeft(owedCents, limitCents)),
            days: termDays,
          })}
          {isOwn && ` · ${t('credit.terms.own')}`}
        </Text>
      </Stack>
      {charges.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('credit.none')}
        </Text>
      ) : (
        <Charges charges={charges} />
      )}
      {moreCharges > 0 && (
        <Text size="sm" c="dimmed">
          {t('credit.moreCharges', { count: moreCharges })}
        </Text>
      )}
    </Stack>
  );
};

const Charges = ({ charges }: { readonly charges: Account['charges'] }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Text component="h3" size="sm" fw={700}>
        {t('credit.charges')}
      </Text>
      <Table verticalSpacing={4} aria-label={t('credit.charges')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('credit.chargedOn')}</Table.Th>
            <Table.Th>{t('credit.dueOn')}</Table.Th>
            <Table.Th ta="right">{t('credit.charged')}</Table.Th>
            <Table.Th ta="right">{t('credit.stillOpen')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {charges.map(({ entryId, visitId, chargedOn, dueOn, isOverdue, chargedCents, openCents }) => (
            <Table.Tr key={entryId}>
              <Table.Td>
                {visitId === null ? (
                  <DateText date={chargedOn} as="figures" />
                ) : (
                  <Anchor size="sm" renderRoot={(props) => <Link to="/visits/$visitId" params={{ visitId }} {...props} />}>
                    <DateText date={chargedOn} as="figures" />
                  </Anchor>
                )}
              </Table.Td>
              <Table.Td {...(isOverdue && { c: 'var(--regulars-danger-text)' })}>
                <DateText date={dueOn} as="figures" />
                {isOverdue && ` ${t('credit.isOverdue')}`}
              </Table.Td>
              <Table.Td ta="right">
                <MoneyText amount={chargedCents} keepZeros />
              </Table.Td>
              <Table.Td ta="right" fw={700}>
                <MoneyText amount={openCents} keepZeros />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
};
