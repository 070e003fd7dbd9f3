import { Button, CloseButton, Flex, Group, Kbd, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFileImport, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../../shared/contract/customerFilter.ts';
import type { CustomerColumn } from '../../../shared/contract/customerViews.ts';
import type { SegmentFilter } from '../../../shared/contract/segments.ts';
import { useMay } from '../../app/session.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { useAddressText } from '../../components/useAddressText.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { choosePeople } from '../exports/chosenPeople.ts';
import { BulkBar } from './bulk/BulkBar.tsx';
import { BulkDrawer } from './bulk/BulkDrawer.tsx';
import { CustomersSections } from './CustomersSections.tsx';
import { FilterBar } from './filter/FilterBar.tsx';
import { FilterDrawer } from './filter/FilterDrawer.tsx';
import { columnsOf, defaultColumns, needsMore, type ColumnWidths } from './list/columns.ts';
import { ColumnsMenu } from './list/ColumnsMenu.tsx';
import { CustomerGrid, gridId } from './list/CustomerGrid.tsx';
import { CustomerPreview } from './list/CustomerPreview.tsx';
import { EmptySegment, NobodyFound, NoCustomersYet } from './list/ListEmpty.tsx';
import { nextOrder, type ListOrder } from './list/order.ts';
import { useMarks } from './list/useMarks.ts';
import { peopleKey, type ListFilter } from './list/usePages.ts';
import { ViewBar, type View } from './views/ViewBar.tsx';

const WIDTH_FOR_PANEL = '68rem';

/** All customers: filter, order, walk, and read one beside the list. What is shown stands in the address. */
export const CustomersPage = () => {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate({ from: '/customers' });
  const {
    text = '',
    sort = 'last_visit',
    direction = 'descending',
    segment,
    filter: given,
    columns: chosen,
    widths,
    everyone,
    viewId,
    customerId,
  } = useSearch({ from: '/customers' });
  const options = useOperation('customers.filterOptions', {}, { keepPrevious: true }).data;
  const [isFiltering, setIsFiltering] = useState(false);
  const [isEditing, setIsEditing] = useState(false);
  const [counted, setCounted] = useState<{ readonly key: string; readonly total: number } | null>(null);
  const onTotal = useCallback((key: string, total: number) => {
    setCounted({ key, total });
  }, []);
  // With large print there is no room for both: the list stays, and a click opens the card.
  const hasPanel = useMediaQuery(`(min-width: ${WIDTH_FOR_PANEL})`, true, { getInitialValueInEffect: false });
  const order: ListOrder = { sort, direction };
  // A group that another page led to is a condition like any other.
  const conditions: CustomerFilter = useMemo(
    () => (segment === undefined ? (given ?? {}) : { ...given, segment }),
    [given, segment],
  );
  const shown = chosen ?? defaultColumns;
  const columns = useMemo(() => columnsOf(t, shown, options?.customFields ?? [], widths), [t, shown, options, widths]);
  const filter: ListFilter = { text, sort, direction, filter: conditions, withMore: needsMore(columns) };
  const people = peopleKey(filter);
  // Null until it is known of just these people: neither the words nor the figure of others may stand for them.
  const total = counted?.key === people ? counted.total : null;
  const isEmpty = total === 0;
  const hasConditions = Object.keys(conditions).length > 0;
  const isFiltered = text !== '' || hasConditions;
  const marks = useMarks(people, total ?? 0);
  /** Who is marked, as the contract names them. */
  const marked = () => marks.selectionOf({ ...conditions, ...(text !== '' && { text }) });
  const isOwn =
    hasConditions || chosen !== undefined || widths !== undefined || sort !== 'last_visit' || direction !== 'descending';

  const change = useCallback(
    (changes: {
      text?: string | undefined;
      sort?: ListOrder['sort'] | undefined;
      direction?: ListOrder['direction'] | undefined;
      segment?: SegmentFilter | undefined;
      filter?: CustomerFilter | undefined;
      columns?: CustomerColumn[] | undefined;
      widths?: ColumnWidths | undefined;
      everyone?: true | undefined;
      viewId?: string | undefined;
      customerId?: string | undefined;
    }) => void navigate({ search: (before) => ({ ...before, ...changes }), replace: true }),
    [navigate],
  );
  const { typed, type } = useAddressText(text, (words) => {
    change({ text: words, customerId: undefined });
  });
  const select = useCallback(
    (id: string) => {
      change({ customerId: id });
    },
    [change],
  );
  const open = useCallback(
    (id: string): void => {
      void navigate({ to: '/customers/$customerId', params: { customerId: id }, search: {} });
    },
    [navigate],
  );
  const narrow = useCallback(
    (next: CustomerFilter): void => {
      change({ filter: Object.keys(next).length === 0 ? undefined : next, segment: undefined, customerId: undefined });
    },
    [change],
  );
  const openView = (view: View | null): void => {
    change(
      view === null
        ? {
            filter: undefined,
            segment: undefined,
            columns: undefined,
            widths: undefined,
            sort: undefined,
            direction: undefined,
            viewId: undefined,
            everyone: true,
          }
        : {
            everyone: undefined,
            widths: Object.keys(view.widths).length === 0 ? undefined : view.widths,
            filter: view.filter,
            segment: undefined,
            columns: view.columns,
            sort: view.sort,
            direction: view.direction,
            viewId: view.id,
            customerId: undefined,
          },
    );
  };

  // The list opens as the shop wants it, unless the address says what to show.
  const usual = useOperation('customerViews.list', {}).data?.views.find(({ isDefault }) => isDefault);
  const isUsual = !isOwn && everyone === undefined && viewId === undefined && text === '' && customerId === undefined;
  const openUsual = useEffectEvent((view: View) => {
    openView(view);
  });
  useEffect(() => {
    if (isUsual && usual !== undefined) openUsual(usual);
  }, [isUsual, usual]);

  const list = (
    <>
      <CustomersSections />
      <PageHeader
        title={t('customers.title')}
        beside={
          counted !== null && (
            <Text size="sm" c="dimmed" role="status" flex="none">
              {total === null
                ? t('customers.list.counting')
                : t(isFiltered ? 'customers.list.found' : 'customers.list.count', { count: total })}
            </Text>
          )
        }
      >
        <TextInput
          w="11rem"
          aria-label={t('customers.list.find')}
          placeholder={t('customers.list.find')}
          leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
          rightSection={
            typed === '' ? null : (
              <CloseButton
                size="sm"
                aria-label={t('common.delete')}
                onClick={() => {
                  type('');
                }}
              />
            )
          }
          maxLength={60}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
            event.preventDefault();
            document.getElementById(gridId)?.focus();
          }}
          value={typed}
          onChange={(event) => {
            type(event.currentTarget.value);
          }}
        />
        {may('imports.run') && (
          <Button
            variant="default"
            leftSection={<IconFileImport size={18} stroke={1.7} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/imports" />}
          >
            {t('customers.list.import')}
          </Button>
        )}
        <Button
          leftSection={<IconUserPlus size={18} stroke={1.7} aria-hidden />}
          rightSection={<Kbd size="xs">F3</Kbd>}
          renderRoot={(props) => <Link {...props} to="/customers/new" search={{}} />}
        >
          {t('customers.list.add')}
        </Button>
      </PageHeader>
      <Group px="md" pb="sm" gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
        <Group gap="xs">
          <ViewBar
            viewId={viewId ?? null}
            content={{ filter: conditions, columns: [...shown], widths: widths ?? {}, sort, direction }}
            isOwn={isOwn}
            onOpen={openView}
            onSaved={(id) => {
              change({ viewId: id });
            }}
          />
          <FilterBar
            filter={conditions}
            options={options}
            onChange={narrow}
            onOpen={() => {
              setIsFiltering(true);
            }}
          />
        </Group>
        <ColumnsMenu
          chosen={shown}
          hasTiers={(options?.tiers.length ?? 0) > 0}
          widths={widths ?? {}}
          onChange={(next) => {
            change(next === undefined ? { columns: undefined, widths: undefined } : { columns: next });
          }}
          onWiden={(next) => {
            // What is widened is chosen: it no longer gives way in a narrow window.
            change({ columns: [...shown], widths: Object.keys(next).length === 0 ? undefined : next });
          }}
        />
      </Group>
      {options !== undefined && (
        <FilterDrawer
          isOpen={isFiltering}
          filter={conditions}
          options={options}
          count={total}
          onChange={narrow}
          onClose={() => {
            setIsFiltering(false);
          }}
        />
      )}
      {options !== undefined && (
        <BulkDrawer
          isOpen={isEditing}
          selection={marked()}
          count={marks.count}
          options={options}
          onClose={() => {
            setIsEditing(false);
          }}
          onDone={marks.clear}
        />
      )}
      {isEmpty &&
        (text !== '' ? (
          <NobodyFound text={text} />
        ) : hasConditions ? (
          <EmptySegment
            onClear={() => {
              narrow({});
            }}
          />
        ) : (
          <NoCustomersYet />
        ))}
      <CustomerGrid
        filter={filter}
        columns={columns}
        isChosen={chosen !== undefined}
        marks={marks}
        order={order}
        onSort={(key) => {
          change(nextOrder(order, key));
        }}
        selectedId={customerId ?? null}
        onSelect={select}
        onOpen={open}
        opensOnClick={!hasPanel}
        onTotal={onTotal}
        isHidden={isEmpty}
      />
      {marks.count > 0 && (
        <BulkBar
          count={marks.count}
          total={total ?? 0}
          onMarkAll={marks.markAll}
          onEdit={() => {
            setIsEditing(true);
          }}
          onExport={() => {
            choosePeople({ selection: marked(), count: marks.count });
            void navigate({ to: '/exports', search: {} });
          }}
          onClear={() => {
            marks.clear();
            document.getElementById(gridId)?.focus();
          }}
        />
      )}
    </>
  );
  if (!hasPanel) {
    return (
      <Flex direction="column" h="100%">
        {list}
      </Flex>
    );
  }
  return (
    <WithSidePanel
      width={344}
      panelLabel={t('customers.list.previewLabel')}
      panel={
        // Nobody to read about yet: the words of the empty shop have the page to themselves.
        isEmpty && !isFiltered ? null : customerId === undefined ? (
          <Text size="sm" c="dimmed">
            {t('customers.list.previewHint')}
          </Text>
        ) : (
          <CustomerPreview customerId={customerId} />
        )
      }
    >
      {list}
    </WithSidePanel>
  );
};
