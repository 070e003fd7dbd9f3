import { Button, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowMerge } from '@tabler/icons-react';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useShop } from '../../app/shop.tsx';
import { shortDate } from '../../components/dateWords.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { usePages } from '../../ipc/usePages.ts';
import { CustomersSections } from '../customers/CustomersSections.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';

type Entry = OutputOf<'merges.list'>['rows'][number];

/** Every merge, latest first, each of which can be undone for 30 days. */
export const MergesPage = () => {
  const { t } = useTranslation();
  const { mergeId } = getRouteApi('/customers/merges').useSearch();
  const { rows, total, ...list } = usePages(
    'merges.list',
    (page) => call('merges.list', { ...page, ...(mergeId !== undefined && { mergeId }) }),
    mergeId ?? null,
  );
  return (
    <Stack gap={0} h="100%">
      <CustomersSections />
      <PageHeader title={t('duplicates.history.title')} text={t('duplicates.history.about')}>
        {mergeId !== undefined && (
          <Button variant="default" renderRoot={(props) => <Link {...props} to="/customers/merges" search={{}} />}>
            {t('duplicates.history.all')}
          </Button>
        )}
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/customers/duplicates" />}>
          {t('duplicates.history.queue')}
        </Button>
      </PageHeader>
      {list.error !== null && <ErrorNotice error={list.error} onRetry={list.readAgain} />}
      <ScrollArea flex={1} type="auto" scrollbarSize={8}>
        {total === 0 && (
          <EmptyState icon={IconArrowMerge} title={t('duplicates.history.none.title')} text={t('duplicates.history.none.text')} />
        )}
        {rows.length > 0 && (
          <Table verticalSpacing={8} horizontalSpacing="md" aria-label={t('duplicates.history.title')}>
            <Table.Tbody>
              {rows.map((entry) => (
                <Row key={entry.id} entry={entry} />
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
  const { survivor, other } = entry;
  const survivorName = survivor?.name ?? t('duplicates.history.erased');
  const otherName = other?.name ?? t('duplicates.history.erased');
  const text = t('duplicates.history.into', {
    other: `${otherName} ${other?.number ?? ''}`,
    survivor: `${survivorName} ${survivor?.number ?? ''}`,
  });
  return (
    <Table.Tr>
      <Table.Td w="10rem">
        <MomentText at={entry.at} />
      </Table.Td>
      <Table.Td>{survivor === null ? text : <CustomerLink customerId={survivor.id}>{text}</CustomerLink>}</Table.Td>
      <Table.Td w="8rem">{entry.staffName}</Table.Td>
      <Table.Td w="14rem">
        <Text size="sm" c="dimmed">
          <StateText entry={entry} />
        </Text>
      </Table.Td>
      <Table.Td w="9rem" ta="right">
        {entry.state === 'undoable' && <UndoButton entry={entry} names={{ survivorName, otherName }} />}
      </Table.Td>
    </Table.Tr>
  );
};

/** Until when it can be undone, or why it cannot. */
const StateText = ({ entry }: { readonly entry: Entry }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { state, undoneAt, undoableUntil, blockedBy } = entry;
  switch (state) {
    case 'undoable':
      return undoableUntil === null ? null : (
        <span title={undoableUntil}>{t('duplicates.history.until', { date: shortDate(undoableUntil, today) })}</span>
      );
    case 'blocked':
      return t('duplicates.history.blocked', { name: blockedBy?.survivorName ?? '' });
    case 'undone':
      return (
        <>
          {t('duplicates.history.wasUndone')} {undoneAt !== null && <MomentText at={undoneAt} />}
        </>
      );
    case 'expired':
      return t('duplicates.history.tooLate');
    case 'erased':
      return t('duplicates.history.sideErased');
  }
};

interface UndoButtonProps {
  readonly entry: Entry;
  readonly names: { readonly survivorName: string; readonly otherName: string };
}

const UndoButton = ({ entry, names }: UndoButtonProps) => {
  const { t } = useTranslation();
  const undo = useCommand('merges.undo');
  const takeBack = async (): Promise<void> => {
    const { survivorBalance, otherBalance, keptFields } = await undo.mutateAsync({ mergeId: entry.id });
    const parted = t('duplicates.history.undone', {
      survivor: names.survivorName,
      other: names.otherName,
      survivorBalance,
      otherBalance,
    });
    const kept = keptFields.length === 0 ? '' : ` · ${t('duplicates.history.kept', { count: keptFields.length })}`;
    notifications.show({ color: 'jade', message: parted + kept });
  };
  return (
    <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={() => void takeBack()}>
      {t('duplicates.history.undo')}
    </Button>
  );
};
