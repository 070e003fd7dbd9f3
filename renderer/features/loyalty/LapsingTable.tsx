import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageButtons } from '../../components/PageButtons.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';

interface LapsingRow {
  readonly key: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly name: string;
  /** In words. */
  readonly left: string;
  readonly lastDay: string;
}

interface LapsingTableProps {
  readonly label: string;
  /** What the rows are of, as the head of their column, and how many there are in all. */
  readonly what: string;
  readonly count: string;
  readonly rows: readonly LapsingRow[];
  readonly total: number;
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** So many stand on a page. */
export const LAPSING_PAGE = 20;

/** Whose cards or coupons lapse soon, the soonest first, with the way to each of them. */
export const LapsingTable = ({ label, what, count, rows, total, page, onPage }: LapsingTableProps) => {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Table w="auto" miw="26rem" aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('loyalty.lapsing.lastDay')}</Table.Th>
            <Table.Th>{t('loyalty.lapsing.whose')}</Table.Th>
            <Table.Th>{what}</Table.Th>
            <Table.Th ta="right">{t('loyalty.lapsing.uses')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, customerId, customerName, name, left, lastDay }) => (
            <Table.Tr key={key}>
              <Table.Td>
                <time dateTime={lastDay}>{lastDay}</time>
              </Table.Td>
              <Table.Td>
                <CustomerLink customerId={customerId}>{customerName}</CustomerLink>
              </Table.Td>
              <Table.Td>{name}</Table.Td>
              <Table.Td ta="right">{left}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <PageButtons
        page={page}
        pageSize={LAPSING_PAGE}
        total={total}
        onPage={onPage}
        before={t('loyalty.lapsing.sooner')}
        after={t('loyalty.lapsing.later')}
      >
        <Text size="sm" c="dimmed">
          {count}
        </Text>
      </PageButtons>
    </Stack>
  );
};
