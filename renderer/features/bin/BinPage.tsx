import { Button, Group, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { PhoneText } from '../../components/PhoneText.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { call, client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { usePages } from '../../ipc/usePages.ts';
import { CustomersSections } from '../customers/CustomersSections.tsx';

type Entry = OutputOf<'bin.list'>['rows'][number];

/** Removed customers, who can be brought back for 30 days (X37). */
export const BinPage = () => {
  const { t } = useTranslation();
  const { rows, total, ...list } = usePages('bin.list', (page) => call('bin.list', page));
  return (
    <Stack gap={0} h="100%">
      <CustomersSections />
      <PageHeader title={t('bin.title')} text={t('bin.about')} />
      {list.error !== null && <ErrorNotice error={list.error} onRetry={list.readAgain} />}
      <ScrollArea flex={1} type="auto" scrollbarSize={8}>
        {total === 0 && <EmptyState icon={IconTrash} title={t('bin.none.title')} text={t('bin.none.text')} />}
        {rows.length > 0 && (
          <Table verticalSpacing={8} horizontalSpacing="md" aria-label={t('bin.list')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('bin.customer')}</Table.Th>
                <Table.Th w="12rem">{t('bin.removed')}</Table.Th>
                <Table.Th w="8rem">{t('bin.by')}</Table.Th>
                <Table.Th w="6rem" ta="right">
                  {t('bin.left')}
                </Table.Th>
                <Table.Td w="16rem" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((entry) => (
                <Row key={entry.customer.id} entry={entry} />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <ReadOn left={list.left} isReading={list.isReading} onReadOn={list.readOn} />
      </ScrollArea>
    </Stack>
  );
};

const Row = ({ entry }: { readonly entry: Entry }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const restore = useCommand('customers.restore');
  const purge = useCommand('bin.purge');
  const { customer, removedAt, removedBy, daysLeft, mergedCards } = entry;
  const { id: customerId, name } = customer;

  const bringBack = async (): Promise<void> => {
    await restore.mutateAsync({ customerId });
    done({
      label: t('bin.restored', { name }),
      undo: async () => {
        await client.customers.remove({ customerId });
      },
    });
  };
  const deleteForGood = async (): Promise<void> => {
    await purge.mutateAsync({ customerIds: [customerId] });
    notifications.show({ color: 'gray', message: t('bin.purged', { name }) });
  };
  // The one thing here that cannot be undone, so it asks.
  const ask = (): void => {
    modals.openConfirmModal({
      title: t('bin.ask', { name }),
      children: (
        <Text size="sm">
          {t('bin.askText', { visits: customer.visitCount, points: customer.pointsBalance, spend: money(customer.spendCents) })}
          {mergedCards > 0 && ` ${t('bin.askMerged', { count: mergedCards })}`}
        </Text>
      ),
      labels: { confirm: t('bin.purge'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => void deleteForGood(),
    });
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm">
          <b>{name}</b>{' '}
          <Text span inherit c="dimmed">
            {customer.number} · <PhoneText phone={customer.phone} inherit />
          </Text>
        </Text>
      </Table.Td>
      <Table.Td>
        <MomentText at={removedAt} />
      </Table.Td>
      <Table.Td>{removedBy}</Table.Td>
      <Table.Td ta="right">{t('bin.days', { count: daysLeft })}</Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap" justify="flex-end">
          <Button size="compact-sm" variant="default" onClick={() => void bringBack()}>
            {t('bin.restore')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="red" onClick={ask}>
            {t('bin.purge')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};
