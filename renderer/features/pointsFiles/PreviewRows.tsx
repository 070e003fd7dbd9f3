import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { signed } from './signed.ts';

type Row = OutputOf<'pointsFiles.previewRows'>['rows'][number];

/** Rows of a file: whom each means, the points before and after, or why it does nothing. */
export const PreviewRows = ({ rows }: { readonly rows: readonly Row[] }) => {
  const { t, i18n } = useTranslation();
  const figure = (value: number | null): string => value?.toLocaleString(i18n.language) ?? '';
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('pointsFiles.preview.nothing')}
      </Text>
    );
  return (
    <Table verticalSpacing={4} mb="xs" aria-label={t('pointsFiles.preview.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th ta="right" w="4rem">
            {t('pointsFiles.preview.line')}
          </Table.Th>
          <Table.Th>{t('pointsFiles.preview.customer')}</Table.Th>
          <Table.Th ta="right">{t('pointsFiles.preview.change')}</Table.Th>
          <Table.Th ta="right">{t('pointsFiles.preview.before')}</Table.Th>
          <Table.Th ta="right">{t('pointsFiles.preview.after')}</Table.Th>
          <Table.Th>{t('pointsFiles.preview.reason')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.line}>
            <Table.Td ta="right">{row.line}</Table.Td>
            <Table.Td>
              {row.customerId === null ? (
                <Text size="sm">{row.who}</Text>
              ) : (
                <CustomerLink customerId={row.customerId}>{row.customerName}</CustomerLink>
              )}
            </Table.Td>
            {row.refusal === null ? (
              <>
                <Table.Td ta="right" fw={700}>
                  {signed(row.points ?? 0, i18n.language)}
                </Table.Td>
                <Table.Td ta="right">{figure(row.before)}</Table.Td>
                <Table.Td ta="right">{figure(row.after)}</Table.Td>
                <Table.Td>
                  <Text size="sm" truncate maw="18rem">
                    {row.reason}
                  </Text>
                </Table.Td>
              </>
            ) : (
              <Table.Td colSpan={4}>
                <Text size="sm" c="var(--regulars-danger-text)">
                  {t(`pointsFiles.refusal.${row.refusal}`, { value: row.value })}
                </Text>
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
