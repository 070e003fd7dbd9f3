import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { AppError, appErrorCodes } from '../../../shared/errors.ts';
import { errorText } from '../../ipc/errorText.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import classes from './BackupsPage.module.css';
import { megabytes } from './megabytes.ts';

type Made = OutputOf<'backups.list'>['rows'][number];

const FIRST = 8;
const MOST = 200;

/** Backups made and tries that failed, newest first. */
export const MadeBackups = () => {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(FIRST);
  const page = useOperation('backups.list', { limit }, { keepPrevious: true }).data;
  if (!page) return null;
  if (page.total === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('backups.made.none')}
      </Text>
    );
  return (
    <Stack gap="xs">
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('backups.made.when')}</Table.Th>
            <Table.Th>{t('backups.made.place')}</Table.Th>
            <Table.Th>{t('backups.made.inside')}</Table.Th>
            <Table.Th>{t('backups.made.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {page.rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </Table.Tbody>
      </Table>
      {page.total > limit && limit < MOST && (
        <Group>
          <Button variant="subtle" size="compact-sm" onClick={() => setLimit(MOST)}>
            {t('backups.made.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
};

const colours = { proven: 'jade', findings: 'amber', failed: 'red', removed: 'gray' } as const;

/** Why it was not made: a code of ours in words, anything else as it is. */
const whyText = (t: TFunction, problem: string): string => {
  const code = appErrorCodes.find((known) => known === problem);
  return code === undefined ? problem : errorText(t, new AppError(code, {}));
};

const Row = ({ row }: { readonly row: Made }) => {
  const { t, i18n } = useTranslation();
  const state = row.removedAt === null ? row.result : 'removed';
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  const holds =
    row.counts && t('backups.made.holds', { customers: figure(row.counts.customers), visits: figure(row.counts.visits) });
  return (
    <Table.Tr>
      <Table.Td className="tabular">
        <MomentText at={row.at} />
        <Text size="xs" c="dimmed">
          {t(`backups.made.occasion.${row.occasion}`)}
        </Text>
      </Table.Td>
      <Table.Td>
        {row.place}
        <Text size="xs" c="dimmed" className={classes['file'] ?? ''}>
          {row.file}
        </Text>
      </Table.Td>
      <Table.Td className="tabular">
        {holds}
        {row.bytes > 0 && (
          <Text size="xs" c="dimmed">
            {row.parts > 1 ? t('backups.made.parts', { count: row.parts, size: megabytes(row.bytes) }) : megabytes(row.bytes)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={colours[state]}>
          {t(`backups.made.result.${state}`)}
        </Badge>
        {row.problem !== null && row.result === 'failed' && (
          <Text size="xs" c="dimmed">
            {whyText(t, row.problem)}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
};
