import { Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MomentText } from '../../components/MomentText.tsx';
import { useOperation } from '../../ipc/useOperation.ts';

/** What has left the shop already. */
export const ExportHistory = () => {
  const { t, i18n } = useTranslation();
  const { data } = useOperation('exports.list', { limit: 20 });
  if (!data || data.total === 0) return null;
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} mb="sm">
        {t('exports.history.title')}
      </Title>
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {data.rows.map((entry) => (
            <Table.Tr key={entry.id}>
              <Table.Td w="9rem">
                <MomentText at={entry.at} />
              </Table.Td>
              <Table.Td>
                <Text size="sm" truncate maw="24rem" title={entry.fileName}>
                  {entry.fileName}
                </Text>
              </Table.Td>
              <Table.Td>{t(`exports.what.${entry.kind}`)}</Table.Td>
              <Table.Td ta="right">
                {t('exports.history.rows', { count: entry.rows, figure: entry.rows.toLocaleString(i18n.language) })}
              </Table.Td>
              <Table.Td ta="right">{entry.staffName ?? ''}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
};
