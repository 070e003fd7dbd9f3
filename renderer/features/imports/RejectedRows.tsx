import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { RejectedSource } from './everyRejectedRow.ts';
import { useSaveRejectedRows } from './useSaveRejectedRows.ts';

interface RejectedRowsProps {
  readonly rows: OutputOf<'imports.preview'>['rejected'];
  /** How many there are in all; `rows` holds the first of them. */
  readonly total: number;
  /** The import that keeps all of them, or the preview that found them. */
  readonly from: RejectedSource;
}

const SHOWN = 20;

/** The rows that were refused, each with its line, column, what stood there and why; saved as a file to be mended. */
export const RejectedRows = ({ rows, total, from }: RejectedRowsProps) => {
  const { t } = useTranslation();
  const save = useSaveRejectedRows();
  if (total === 0) return null;
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={700} c="var(--regulars-danger-text)">
          {t('imports.rejected.title', { count: total })}
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => void save(from)}>
          {t('imports.rejected.save')}
        </Button>
      </Group>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right" w="5rem">
              {t('imports.rejected.line')}
            </Table.Th>
            <Table.Th>{t('imports.rejected.column')}</Table.Th>
            <Table.Th>{t('imports.rejected.value')}</Table.Th>
            <Table.Th>{t('imports.rejected.why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.slice(0, SHOWN).map((row) => (
            <Table.Tr key={row.line}>
              <Table.Td ta="right">{row.line}</Table.Td>
              <Table.Td>{row.column ?? '—'}</Table.Td>
              <Table.Td>
                <Text size="sm" truncate maw="18rem">
                  {row.value}
                </Text>
              </Table.Td>
              <Table.Td>{t(`imports.rejected.code.${row.code}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {total > SHOWN && (
        <Text size="sm" c="dimmed">
          {t('imports.rejected.more', { count: total - SHOWN })}
        </Text>
      )}
    </Stack>
  );
};
