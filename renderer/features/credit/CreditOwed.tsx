import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useShop } from '../../app/shop.tsx';
import { DateText } from '../../components/DateText.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { usePages } from '../../ipc/usePages.ts';
import { OwedPart } from '../loyalty/OwedPart.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';

type Owed = OutputOf<'credit.owed'>;

/** What customers owe the shop, by age, and who: never set against what the shop owes them. Nothing in a shop without. */
export const CreditOwed = () => {
  const { t } = useTranslation();
  const { settings } = useShop();
  const { data, error, refetch } = useOperation('credit.owed', {});
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || (!settings.isOnAccount && data.customers === 0)) return null;
  return (
    <OwedPart
      title={t('credit.owedToShop.title')}
      figures={
        <>
          <Figure
            label={t('credit.owedToShop.total')}
            value={<MoneyText amount={data.owedCents} keepZeros />}
            note={t('credit.owedToShop.note')}
          />
          <Figure label={t('credit.owedToShop.overdue')} value={<MoneyText amount={data.overdueCents} keepZeros />} />
          <Figure label={t('credit.owedToShop.customers')} value={data.customers.toLocaleString()} />
        </>
      }
    >
      {data.customers === 0 ? (
        <Text size="sm" c="dimmed">
          {t('credit.owedToShop.nobody')}
        </Text>
      ) : (
        <>
          <Ages owed={data} />
          <Debtors />
        </>
      )}
    </OwedPart>
  );
};

const Ages = ({ owed }: { readonly owed: Owed }) => {
  const { t } = useTranslation();
  const words = ({ fromDays, untilDays }: Owed['ages'][number]): string =>
    untilDays === null
      ? t('credit.owedToShop.over', { from: fromDays - 1 })
      : t('credit.owedToShop.between', { from: fromDays, until: untilDays });
  const lines = [
    { name: t('credit.owedToShop.notDue'), cents: owed.notDueCents },
    ...owed.ages.map((age) => ({ name: words(age), cents: age.cents })),
  ];
  return (
    <Table verticalSpacing={6} aria-label={t('credit.owedToShop.age')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('credit.owedToShop.age')}</Table.Th>
          <Table.Th w="9rem" ta="right">
            {t('credit.owed')}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.name}>
            <Table.Td>{line.name}</Table.Td>
            <Table.Td ta="right">
              <MoneyText amount={line.cents} keepZeros />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

const Debtors = () => {
  const { t } = useTranslation();
  const { rows, error, left, isReading, readOn, readAgain } = usePages('credit.debtors', (page) => call('credit.debtors', page));
  if (error !== null) return <ErrorNotice error={error} onRetry={readAgain} />;
  return (
    <>
      <Text component="h3" size="sm" fw={700} mt="sm">
        {t('credit.owedToShop.who')}
      </Text>
      <Table verticalSpacing={6} aria-label={t('credit.owedToShop.who')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('storedValue.owed.customer')}</Table.Th>
            <Table.Th w="9rem">{t('credit.dueOn')}</Table.Th>
            <Table.Th w="9rem" ta="right">
              {t('credit.owedToShop.overdue')}
            </Table.Th>
            <Table.Th w="9rem" ta="right">
              {t('credit.owed')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ customerId, name, number, isRemoved, oldestDueOn, overdueCents, owedCents }) => (
            <Table.Tr key={customerId}>
              <Table.Td>
                <CustomerLink customerId={customerId}>{name}</CustomerLink>
                <Text span size="sm" c="dimmed" ml={8}>
                  {number}
                  {isRemoved && ` · ${t('storedValue.owed.removed')}`}
                </Text>
              </Table.Td>
              <Table.Td>{oldestDueOn !== null && <DateText date={oldestDueOn} as="figures" />}</Table.Td>
              <Table.Td ta="right" {...(overdueCents > 0 && { c: 'var(--regulars-danger-text)' })}>
                <MoneyText amount={overdueCents} keepZeros />
              </Table.Td>
              <Table.Td ta="right" fw={700}>
                <MoneyText amount={owedCents} keepZeros />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ReadOn left={left} isReading={isReading} onReadOn={readOn} />
    </>
  );
};
