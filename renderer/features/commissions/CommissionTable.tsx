import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { commissionKinds } from '../../../shared/domain/commissions/commissions.ts';
import { MoneyText } from '../../components/MoneyText.tsx';

type Sheet = OutputOf<'commissions.sheet'>;
export type CommissionRow = Sheet['rows'][number];

interface CommissionTableProps extends Pick<Sheet, 'rows' | 'commissionCents'> {
  /** Whose items are shown below; undefined is nobody's. */
  readonly shownId: CommissionRow['staffId'] | undefined;
  readonly onShow: (row: CommissionRow) => void;
}

/** A row for each person: what they get for each kind, and below it what it was reckoned from. */
export const CommissionTable = ({ rows, commissionCents, shownId, onShow }: CommissionTableProps) => {
  const { t } = useTranslation();
  return (
    <Table aria-label={t('commissions.title')} maw={1000}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('commissions.who')}</Table.Th>
          {commissionKinds.map((kind) => (
            <Table.Th key={kind} ta="right">
              {t(`commissions.kinds.${kind}`)}
            </Table.Th>
          ))}
          <Table.Th ta="right">{t('commissions.total')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.staffId}>
            <Table.Td>
              <Anchor
                component="button"
                type="button"
                fz="sm"
                fw={row.staffId === shownId ? 700 : 400}
                aria-expanded={row.staffId === shownId}
                onClick={() => onShow(row)}
              >
                {row.name ?? t('commissions.nobody')}
              </Anchor>
            </Table.Td>
            {commissionKinds.map((kind) => (
              <Table.Td key={kind} ta="right">
                {row.sums[kind].count > 0 && (
                  <Stack gap={0}>
                    {row.staffId !== null && <MoneyText amount={row.sums[kind].commissionCents} keepZeros />}
                    <Text size="xs" c="dimmed">
                      {t('commissions.from', { count: row.sums[kind].count })}{' '}
                      <MoneyText amount={row.sums[kind].baseCents} keepZeros />
                    </Text>
                  </Stack>
                )}
              </Table.Td>
            ))}
            <Table.Td ta="right" fw={700}>
              {row.staffId !== null && <MoneyText amount={row.commissionCents} keepZeros />}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th colSpan={commissionKinds.length + 1}>{t('commissions.together')}</Table.Th>
          <Table.Th ta="right">
            <MoneyText amount={commissionCents} keepZeros />
          </Table.Th>
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
};
