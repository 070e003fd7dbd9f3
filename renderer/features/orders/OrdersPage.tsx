import { Button, Group, ScrollArea, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { IconPackage, IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { orderKinds, type OrderKind } from '../../../shared/domain/orders/statuses.ts';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReadOn } from '../../components/ReadOn.tsx';
import { useAddressText } from '../../components/useAddressText.ts';
import { call } from '../../ipc/client.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { usePages } from '../../ipc/usePages.ts';
import { OrdersTable } from './OrdersTable.tsx';

const shownViews = ['open', 'ready', 'late', 'owing', 'done', 'cancelled'] as const;
type View = (typeof shownViews)[number] | 'all';

/** Orders by how they stand: open, to collect, late, not paid up; and the way to one by its number (R052, X31, X32). */
export const OrdersPage = (): ReactNode => {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/orders' });
  const may = useMay();
  const { view = 'open', kind, text = '' } = useSearch({ from: '/orders' });
  const counts = useOperation('orders.counts', {}).data;
  const [hasTyped, setHasTyped] = useState(false);
  const show = (changes: { view?: View; kind?: OrderKind | undefined; text?: string | undefined }): void => {
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true });
  };
  const { typed, type } = useAddressText(text, (words) => {
    show({ text: words });
  });
  const begin = (): void => {
    void navigate({ to: '/orders/new', search: kind === undefined ? {} : { kind } });
  };
  const countOf = (name: View): number =>
    counts === undefined || name === 'done' || name === 'cancelled' || name === 'all' ? 0 : counts[name];
  return (
    <Stack gap={0} h="100%">
      <PageHeader title={t('orders.title')} text={t('orders.text')}>
        <TextInput
          w={230}
          data-takes-codes
          aria-label={t('orders.find')}
          placeholder={t('orders.findHint')}
          leftSection={<IconSearch stroke={1.7} size={18} aria-hidden />}
          maxLength={60}
          value={typed}
          onChange={(event) => {
            type(event.currentTarget.value);
            setHasTyped(true);
          }}
        />
        {may('visits.write') && <Button onClick={begin}>{t('orders.new')}</Button>}
      </PageHeader>
      <Group px="md" pb="sm" gap="sm">
        <SegmentedControl
          aria-label={t('orders.view.label')}
          value={text === '' ? view : 'all'}
          data={[...shownViews, ...(view === 'all' || text !== '' ? (['all'] as const) : [])].map((value) => ({
            value,
            label:
              countOf(value) === 0
                ? t(`orders.view.${value}`)
                : t('orders.view.counted', { name: t(`orders.view.${value}`), count: countOf(value) }),
          }))}
          onChange={(next) => {
            type('');
            show({ view: next, text: undefined });
          }}
        />
        <Select
          w={160}
          aria-label={t('orders.kindLabel')}
          placeholder={t('orders.anyKind')}
          clearable
          data={orderKinds.map((value) => ({ value, label: t(`orders.kind.${value}`) }))}
          value={kind ?? null}
          onChange={(value) => {
            show({ kind: orderKinds.find((one) => one === value) });
          }}
        />
      </Group>
      <Listed
        key={`${view} ${kind ?? ''}`}
        view={text === '' ? view : 'all'}
        kind={kind}
        text={text}
        isFocused={!hasTyped}
        onBegin={begin}
      />
    </Stack>
  );
};

interface ListedProps {
  readonly view: View;
  readonly kind: OrderKind | undefined;
  readonly text: string;
  readonly isFocused: boolean;
  readonly onBegin: () => void;
}

const Listed = ({ view, kind, text, isFocused, onBegin }: ListedProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { rows, total, ...list } = usePages(
    'orders.list',
    (page) => call('orders.list', { view, kind: kind ?? null, text, ...page }),
    `${view} ${kind ?? ''} ${text}`,
  );
  return (
    <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
      {list.error !== null && <ErrorNotice error={list.error} onRetry={list.readAgain} />}
      {total === 0 && (
        <EmptyState icon={IconPackage} title={t(`orders.empty.${view}.title`)} text={t(`orders.empty.${view}.text`)}>
          {view === 'open' && may('visits.write') && <Button onClick={onBegin}>{t('orders.new')}</Button>}
        </EmptyState>
      )}
      {rows.length > 0 && <OrdersTable orders={rows} isToCollect={view === 'ready'} isFocused={isFocused} />}
      <ReadOn left={list.left} isReading={list.isReading} onReadOn={list.readOn} />
    </ScrollArea>
  );
};
