import { ActionIcon, Button, Group, ScrollArea, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { IconChevronLeft, IconChevronRight, IconReceipt, IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cents } from '../../../shared/types/amounts.ts';
import { addDays, isLocalDate, localDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { useAddressText } from '../../components/useAddressText.ts';
import { call } from '../../ipc/client.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { usePages } from '../../ipc/usePages.ts';
import { KeptLink } from '../keptGoods/KeptLink.tsx';
import { DaySheetButtons } from '../printing/DaySheetButtons.tsx';
import { KeptDeposits } from './KeptDeposits.tsx';
import { MembershipTill } from '../memberships/MembershipTill.tsx';
import { RewardTill } from '../rewards/RewardTill.tsx';
import { RepaidTill } from './RepaidTill.tsx';
import { CardsSoldTill } from '../valueCards/CardsSoldTill.tsx';
import { StoredValueTill } from './StoredValueTill.tsx';
import { SalesTable } from './SalesTable.tsx';

/** The visits of a business day, walk-ins among them, and the way to one by its receipt or serial number (X29, X32). */
export const SalesPage = (): ReactNode => {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/visits' });
  const { today } = useShop();
  const { day, text = '' } = useSearch({ from: '/visits' });
  const shown = day === undefined ? today : localDate(day);
  const { typed, type } = useAddressText(text, (words) => {
    void navigate({ search: (before) => ({ ...before, text: words }), replace: true });
  });
  const found = useOperation('visits.find', { text }, { enabled: text !== '', keepPrevious: true });

  const show = (date: string): void => {
    void navigate({ to: '/visits', search: date === today ? {} : { day: date }, replace: true });
  };
  return (
    <Stack gap={0} h="100%">
      <PageHeader title={t('sales.title')} text={t('sales.about')}>
        <TextInput
          w={240}
          data-takes-codes
          aria-label={t('sales.find')}
          placeholder={t('sales.findHint')}
          leftSection={<IconSearch stroke={1.7} size={18} aria-hidden />}
          maxLength={60}
          value={typed}
          onChange={(event) => {
            type(event.currentTarget.value);
          }}
        />
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('sales.dayBefore')}
          onClick={() => {
            show(addDays(shown, -1));
          }}
        >
          <IconChevronLeft stroke={1.7} size={18} aria-hidden />
        </ActionIcon>
        <DateInput
          w={140}
          aria-label={t('sales.day')}
          valueFormat="YYYY-MM-DD"
          maxDate={today}
          value={shown}
          onChange={(value) => {
            if (value !== null && isLocalDate(value)) show(value);
          }}
        />
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('sales.dayAfter')}
          disabled={shown >= today}
          onClick={() => {
            show(addDays(shown, 1));
          }}
        >
          <IconChevronRight stroke={1.7} size={18} aria-hidden />
        </ActionIcon>
        <KeptLink />
        <DaySheetButtons on={shown} />
      </PageHeader>
      {text === '' ? (
        <Day key={shown} day={shown} />
      ) : (
        <ScrollArea flex={1} type="auto" scrollbarSize={8}>
          {found.isError && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
          {found.data !== undefined && found.data.visits.length === 0 ? (
            <EmptyState icon={IconReceipt} title={t('sales.notFound.title')} text={t('sales.notFound.text')} />
          ) : (
            <SalesTable visits={found.data?.visits ?? []} hasDay />
          )}
        </ScrollArea>
      )}
    </Stack>
  );
};

const Day = ({ day }: { readonly day: string }): ReactNode => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { first, rows, total, ...list } = usePages(
    'visits.ofDay',
    (page) => call('visits.ofDay', { businessDate: day, ...page }),
    day,
  );
  const kept = first?.kept ?? [];
  const till = first?.till ?? [];
  const repaid = first?.repaid ?? [];
  const cardsSold = first?.cardsSold ?? [];
  return (
    <ScrollArea flex={1} type="auto" scrollbarSize={8}>
      {list.error !== null && <ErrorNotice error={list.error} onRetry={list.readAgain} />}
      {total === 0 && kept.length === 0 && till.length === 0 && repaid.length === 0 && cardsSold.length === 0 ? (
        <EmptyState icon={IconReceipt} title={t('sales.none.title')} text={t('sales.none.text')}>
          <Button onClick={() => void navigate({ to: '/visit', search: {} })}>{t('sales.none.start')}</Button>
        </EmptyState>
      ) : (
        <>
          {first !== undefined && (
            <Group px="md" pb="sm">
              <Figure label={t('sales.visits')} value={first.visits.toLocaleString()} />
              <Figure label={t('sales.takings')} value={<MoneyText amount={first.totalCents} keepZeros />} />
              {first.storedPaidCents !== 0 && (
                <Figure label={t('sales.storedPaid')} value={<MoneyText amount={first.storedPaidCents} keepZeros />} />
              )}
              {first.onAccountCents !== 0 && (
                <Figure label={t('credit.till.onAccount')} value={<MoneyText amount={first.onAccountCents} keepZeros />} />
              )}
              {first.cardsPaidCents !== 0 && (
                <Figure label={t('valueCards.till.paid')} value={<MoneyText amount={first.cardsPaidCents} keepZeros />} />
              )}
              {kept.length > 0 && (
                <>
                  <Figure label={t('sales.kept.title')} value={<MoneyText amount={first.keptCents} keepZeros />} />
                  <Figure
                    label={t('sales.kept.together')}
                    value={<MoneyText amount={cents(first.totalCents + first.keptCents)} keepZeros />}
                  />
                </>
              )}
            </Group>
          )}
          {rows.length > 0 && <SalesTable visits={rows} />}
          <ReadOn left={list.left} isReading={list.isReading} onReadOn={list.readOn} />
          {kept.length > 0 && <KeptDeposits kept={kept} />}
          {till.length > 0 && <StoredValueTill till={till} />}
          {repaid.length > 0 && <RepaidTill repaid={repaid} />}
          <CardsSoldTill sold={cardsSold} />
        </>
      )}
      <RewardTill day={day} />
      <MembershipTill day={day} />
    </ScrollArea>
  );
};
