import { ActionIcon, Button, ScrollArea, Stack, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconReportMoney } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { addMonths, localDate, monthStart } from '../../../shared/types/time.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { PrintButtons } from '../printing/PrintButtons.tsx';
import { usePrint } from '../printing/usePrint.ts';
import { SettingsSections } from '../settings/SettingsSections.tsx';
import { CommissionItems } from './CommissionItems.tsx';
import { CommissionTable, type CommissionRow } from './CommissionTable.tsx';

/** What each person sold, did and gets in a month (提成, X69): to reckon with, not a payroll. */
export const CommissionsPage = (): ReactNode => {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/settings/commissions' });
  const { today } = useShop();
  const may = useMay();
  const { month: asked } = useSearch({ from: '/settings/commissions' });
  const month = monthStart(asked === undefined ? today : localDate(`${asked}-01`));
  const { data, error, refetch } = useOperation('commissions.sheet', { month }, { keepPrevious: true });
  const [shown, setShown] = useState<CommissionRow | null>(null);
  const { isPending, sheet } = usePrint();
  const go = (months: number): void => {
    const to = addMonths(month, months);
    void navigate({ search: to === monthStart(today) ? {} : { month: to.slice(0, 7) }, replace: true });
  };
  const rules = may('staff.write') && (
    <Button variant="default" onClick={() => void navigate({ to: '/settings/commissions/rules' })}>
      {t('commissions.rules')}
    </Button>
  );
  return (
    <Stack gap={0} h="100%">
      <SettingsSections />
      <PageHeader title={t('commissions.title')} text={t('commissions.text')}>
        <ActionIcon variant="default" size="lg" aria-label={t('commissions.monthBefore')} onClick={() => go(-1)}>
          <IconChevronLeft stroke={1.7} size={18} aria-hidden />
        </ActionIcon>
        <Text fw={600} aria-live="polite">
          <time dateTime={month.slice(0, 7)}>{month.slice(0, 7)}</time>
        </Text>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('commissions.monthAfter')}
          disabled={month >= monthStart(today)}
          onClick={() => go(1)}
        >
          <IconChevronRight stroke={1.7} size={18} aria-hidden />
        </ActionIcon>
        {rules}
        <PrintButtons
          isPending={isPending}
          onPrint={(to) => {
            sheet({ kind: 'commissions', month }, to);
          }}
        />
      </PageHeader>
      <ScrollArea flex={1} mih={0} px="md" type="auto" scrollbarSize={8}>
        {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        {data !== undefined && !data.hasRules && (
          <EmptyState icon={IconReportMoney} title={t('commissions.noRules.title')} text={t('commissions.noRules.text')}>
            {rules}
          </EmptyState>
        )}
        {data?.hasRules === true && data.rows.length === 0 && (
          <EmptyState icon={IconReportMoney} title={t('commissions.empty.title')} text={t('commissions.empty.text')} />
        )}
        {data?.hasRules === true && data.rows.length > 0 && (
          <Stack gap="lg" pb="lg">
            <CommissionTable {...data} shownId={shown?.staffId} onShow={setShown} />
            {shown !== null && (
              <CommissionItems key={`${month} ${shown.staffId ?? ''}`} month={month} staffId={shown.staffId} name={shown.name} />
            )}
          </Stack>
        )}
      </ScrollArea>
    </Stack>
  );
};
