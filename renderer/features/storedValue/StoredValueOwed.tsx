import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { purseTotal, type Purse } from '../../../shared/domain/storedValue/purse.ts';
import { DateText } from '../../components/DateText.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { usePages } from '../../ipc/usePages.ts';
import { OwedPart } from '../loyalty/OwedPart.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';

type Owed = OutputOf<'storedValue.owed'>;

/** Stored value that customers hold: principal, gift, how old it is, and whose it is. */
export const StoredValueOwed = () => {
  const { t } = useTranslation();
  const money = useMoney();
  const { data, error, refetch } = useOperation('storedValue.owed', {});
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <OwedPart
      title={t('storedValue.name')}
      figures={
        <>
          <Figure
            label={t('storedValue.principal')}
            value={<MoneyText amount={data.principalCents} keepZeros />}
            note={t('storedValue.owed.principalNote')}
          />
          <Figure
            label={t('storedValue.gift')}
            value={<MoneyText amount={data.giftCents} keepZeros />}
            {...(data.laterCents > 0 && { note: t('storedValue.owed.giftLater', { amount: money(data.laterCents) }) })}
          />
          <Figure label={t('storedValue.owed.holders')} value={data.customers.toLocaleString()} />
        </>
      }
    >
      {data.customers === 0 ? (
        <Text size="sm" c="dimmed">
          {t('storedValue.owed.nobody')}
        </Text>
      ) : (
        <>
          <Ages ages={data.ages} />
          <Holders />
        </>
      )}
    </OwedPart>
  );
};

/** Principal, gift and both, in columns of amounts. */
const Amounts = ({ purse }: { readonly purse: Purse }) => (
  <>
    <Table.Td ta="right">
      <MoneyText amount={purse.principalCents} keepZeros />
    </Table.Td>
    <Table.Td ta="right">
      <MoneyText amount={purse.giftCents} keepZeros />
    </Table.Td>
    <Table.Td ta="right" fw={700}>
      <MoneyText amount={purseTotal(purse)} keepZeros />
    </Table.Td>
  </>
);

const AmountHeads = () => {
  const { t } = useTranslation();
  return (
    <>
      <Table.Th w="9rem" ta="right">
        {t('storedValue.principal')}
      </Table.Th>
      <Table.Th w="9rem" ta="right">
        {t('storedValue.gift')}
      </Table.Th>
      <Table.Th w="9rem" ta="right">
        {t('storedValue.owed.total')}
      </Table.Th>
    </>
  );
};

const Ages = ({ ages }: { readonly ages: Owed['ages'] }) => {
  const { t } = useTranslation();
  const words = ({ fromMonths, untilMonths }: Owed['ages'][number]): string => {
    if (untilMonths === null) return t('storedValue.owed.over', { from: fromMonths });
    return fromMonths === 0
      ? t('storedValue.owed.under', { until: untilMonths })
      : t('storedValue.owed.between', { from: fromMonths, until: untilMonths });
  };
  return (
    <Table verticalSpacing={6} aria-label={t('storedValue.owed.age')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('storedValue.owed.age')}</Table.Th>
          <AmountHeads />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {ages.map((age) => (
          <Table.Tr key={age.fromMonths}>
            <Table.Td>{words(age)}</Table.Td>
            <Amounts purse={age} />
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

const Holders = () => {
  const { t } = useTranslation();
  const { rows, error, left, isReading, readOn, readAgain } = usePages('storedValue.holders', (page) =>
    call('storedValue.holders', page),
  );
  if (error !== null) return <ErrorNotice error={error} onRetry={readAgain} />;
  return (
    <>
      <Text component="h3" size="sm" fw={700} mt="sm">
        {t('storedValue.owed.who')}
      </Text>
      <Table verticalSpacing={6} aria-label={t('storedValue.owed.who')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('storedValue.owed.customer')}</Table.Th>
            <Table.Th w="9rem">{t('storedValue.owed.oldest')}</Table.Th>
            <AmountHeads />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ customerId, name, number, isRemoved, oldestOn, ...purse }) => (
            <Table.Tr key={customerId}>
              <Table.Td>
                <CustomerLink customerId={customerId}>{name}</CustomerLink>
                <Text span size="sm" c="dimmed" ml={8}>
                  {number}
                  {isRemoved && ` · ${t('storedValue.owed.removed')}`}
                </Text>
              </Table.Td>
              <Table.Td>{oldestOn !== null && <DateText date={oldestOn} as="figures" />}</Table.Td>
              <Amounts purse={purse} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ReadOn left={left} isReading={isReading} onReadOn={readOn} />
    </>
  );
};
