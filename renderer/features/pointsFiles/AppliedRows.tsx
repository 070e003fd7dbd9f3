import { Modal, Stack, Switch, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageButtons } from '../../components/PageButtons.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { signed } from './signed.ts';

type Entry = OutputOf<'pointsFiles.list'>['rows'][number];
const PAGE = 20;

interface AppliedRowsProps {
  /** Null while none is looked into. */
  readonly file: Entry | null;
  readonly onClose: () => void;
}

/** What became of every row of a file that was applied. */
export const AppliedRows = ({ file, onClose }: AppliedRowsProps) => {
  const { t } = useTranslation();
  return (
    <Modal
      opened={file !== null}
      onClose={onClose}
      size="xl"
      title={file === null ? '' : t('pointsFiles.history.rowsOf', { file: file.fileName })}
    >
      {file !== null && <Rows file={file} />}
    </Modal>
  );
};

const Rows = ({ file }: { readonly file: Entry }) => {
  const { t, i18n } = useTranslation();
  const [isRefusedOnly, setIsRefusedOnly] = useState(false);
  const [page, setPage] = useState(0);
  const input = { fileId: file.id, isRefusedOnly, offset: page * PAGE, limit: PAGE };
  const { data, error, refetch } = useOperation('pointsFiles.rows', input, { keepPrevious: true });
  return (
    <Stack gap="sm">
      <Switch
        label={t('pointsFiles.history.onlyRefused')}
        checked={isRefusedOnly}
        onChange={(event) => {
          setIsRefusedOnly(event.currentTarget.checked);
          setPage(0);
        }}
      />
      {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.total === 0 && (
        <Text size="sm" c="dimmed">
          {t('pointsFiles.preview.nothing')}
        </Text>
      )}
      {data !== undefined && data.total > 0 && (
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">{t('pointsFiles.preview.line')}</Table.Th>
              <Table.Th>{t('pointsFiles.preview.customer')}</Table.Th>
              <Table.Th ta="right">{t('pointsFiles.preview.change')}</Table.Th>
              <Table.Th>{t('pointsFiles.preview.reason')}</Table.Th>
              <Table.Th>{t('pointsFiles.history.result')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.rows.map(({ line, customerId, customerName, points, reason, state, why }) => (
              <Table.Tr key={line}>
                <Table.Td ta="right">{line}</Table.Td>
                <Table.Td>
                  <CustomerLink customerId={customerId}>{customerName}</CustomerLink>
                </Table.Td>
                <Table.Td ta="right">{signed(points, i18n.language)}</Table.Td>
                <Table.Td>{reason}</Table.Td>
                <Table.Td>
                  {t(`pointsFiles.history.state.${state}`)}
                  {why !== null && ` · ${t(`pointsFiles.refusal.${why}`, { value: '' })}`}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {data !== undefined && (
        <PageButtons
          page={page}
          pageSize={PAGE}
          total={data.total}
          onPage={setPage}
          before={t('pointsFiles.preview.earlier')}
          after={t('pointsFiles.preview.later')}
        />
      )}
    </Stack>
  );
};
