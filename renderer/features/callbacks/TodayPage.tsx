import { Button, Progress, ScrollArea, Text } from '@mantine/core';
import { IconCheck, IconSun } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { CallList } from './CallList.tsx';
import { CallPanel } from './CallPanel.tsx';
import { DueToday } from './DueToday.tsx';
import { CallSheetButtons } from '../printing/CallSheetButtons.tsx';
import { DaySummary } from './DaySummary.tsx';
import { HandledRows } from './HandledRows.tsx';
import { OutcomeKeys } from './OutcomeKeys.tsx';
import { useOutcomeKeys } from './useOutcomeKeys.ts';
import { useTodayList } from './useTodayList.ts';

/** Whom to contact today and why; the panel at the right follows the selected row. */
export const TodayPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const showError = useErrorToast();
  const today = useTodayList();
  const { list, rows, handled, selected, selectedIndex } = today;
  const openCard = (): void => {
    if (selected !== null) void navigate({ to: '/customers/$customerId', params: { customerId: selected.customerId } });
  };
  const keys = useOutcomeKeys(today, openCard);

  if (list.isError) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const still = new Set(rows.map(({ customerId }) => customerId));
  const done = new Set(handled.flatMap(({ customerId }) => (still.has(customerId) ? [] : [customerId]))).size;
  const total = done + rows.length;
  const { waiting } = list.data;

  return (
    <WithSidePanel
      panelLabel={t('callbacks.panel')}
      panel={selected === null ? total === 0 ? null : <DaySummary handled={handled} /> : <CallPanel row={selected} />}
      foot={selected !== null && <OutcomeKeys {...keys} />}
    >
      <PageHeader
        title={total === 0 ? t('callbacks.title') : t('callbacks.heading', { count: total })}
        beside={total > 0 && <DoneBar done={done} total={total} />}
      >
        {waiting > 0 && (
          <Text size="sm" c="dimmed">
            {t('callbacks.waiting', { count: waiting })}
          </Text>
        )}
        {rows.length > 0 && <CallSheetButtons />}
      </PageHeader>
      <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
        <DueToday />
        {rows.length > 0 && <CallList rows={rows} selectedIndex={selectedIndex} onSelect={today.select} onOpen={openCard} />}
        {rows.length === 0 && (total > 0 ? <Finished count={total} /> : <NobodyToday />)}
        <HandledRows
          rows={handled}
          onUndo={({ callbackId, customerId }) => {
            today.takeBack(callbackId, customerId).catch(showError);
          }}
        />
      </ScrollArea>
    </WithSidePanel>
  );
};

const DoneBar = ({ done, total }: { readonly done: number; readonly total: number }) => {
  const { t } = useTranslation();
  return (
    <>
      <Progress w={120} value={(done / total) * 100} aria-label={t('callbacks.progressLabel')} />
      <Text size="sm" c="dimmed">
        {t('callbacks.progress', { done, total })}
      </Text>
    </>
  );
};

const Finished = ({ count }: { readonly count: number }) => {
  const { t } = useTranslation();
  return <EmptyState icon={IconCheck} title={t('callbacks.finished.title')} text={t('callbacks.finished.text', { count })} />;
};

/** Offers the first steps that whoever sits here may take. */
const NobodyToday = () => {
  const { t } = useTranslation();
  const may = useMay();
  const mayImport = may('imports.run');
  return (
    <EmptyState
      icon={IconSun}
      title={t('callbacks.empty.title')}
      text={t(mayImport ? 'callbacks.empty.text' : 'callbacks.empty.textWithoutImport')}
    >
      {may('visits.write') && (
        <Button renderRoot={(props) => <Link {...props} to="/visit" search={{}} />}>{t('callbacks.empty.visit')}</Button>
      )}
      {mayImport && (
        <Button variant="default" renderRoot={(props) => <Link {...props} to="/imports" />}>
          {t('callbacks.empty.import')}
        </Button>
      )}
    </EmptyState>
  );
};
