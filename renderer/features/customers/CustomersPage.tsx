import { Badge, Button, CloseButton, Flex, Group, Kbd, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconFileImport, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { segmentName } from '../../components/classWords.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { CustomersSections } from './CustomersSections.tsx';
import { CustomerGrid, gridId } from './list/CustomerGrid.tsx';
import { CustomerPreview } from './list/CustomerPreview.tsx';
import { EmptySegment, NobodyFound, NoCustomersYet } from './list/ListEmpty.tsx';
import { nextOrder, type ListOrder } from './list/order.ts';
import type { ListFilter } from './list/usePages.ts';

const DEBOUNCE_MILLISECONDS = 120;
const WIDTH_FOR_PANEL = '68rem';

/** All customers: filter, order, walk, and read one beside the list. What is shown stands in the address. */
export const CustomersPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/customers' });
  const { text = '', sort = 'last_visit', direction = 'descending', segment, customerId } = useSearch({ from: '/customers' });
  const [typed, setTyped] = useState(text);
  // The address may change by itself, e.g. by a click in the menu: the field follows.
  const [applied, setApplied] = useState(text);
  if (text !== applied) {
    setApplied(text);
    if (typed.trim() !== text) setTyped(text);
  }
  const [counted, setCounted] = useState<{ readonly listKey: string; readonly total: number } | null>(null);
  const onTotal = useCallback((listKey: string, total: number) => {
    setCounted({ listKey, total });
  }, []);
  // With large print there is no room for both: the list stays, and a click opens the card.
  const hasPanel = useMediaQuery(`(min-width: ${WIDTH_FOR_PANEL})`, true, { getInitialValueInEffect: false });
  const order: ListOrder = { sort, direction };
  const filter: ListFilter = { text, sort, direction, segment: segment ?? null };
  // Not before it is known of just this filter: else the words of another one would flash.
  const isEmpty = counted?.total === 0 && counted.listKey === JSON.stringify(filter);
  const isFiltered = text !== '' || segment !== undefined;

  const change = useCallback(
    (changes: {
      text?: string | undefined;
      sort?: ListOrder['sort'];
      direction?: ListOrder['direction'];
      segment?: undefined;
      customerId?: string | undefined;
    }) => void navigate({ search: (before) => ({ ...before, ...changes }), replace: true }),
    [navigate],
  );
  const applyText = useDebouncedCallback((next: string) => {
    change({ text: next.trim() === '' ? undefined : next.trim(), customerId: undefined });
  }, DEBOUNCE_MILLISECONDS);
  const type = (next: string): void => {
    setTyped(next);
    applyText(next);
  };
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
  const clearSegment = (): void => {
    change({ segment: undefined });
  };

  const list = (
    <>
      <CustomersSections />
      <PageHeader
        title={t('customers.title')}
        beside={
          counted !== null && (
            <Text size="sm" c="dimmed" role="status" flex="none">
              {t(isFiltered ? 'customers.list.found' : 'customers.list.count', { count: counted.total })}
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
        <Button
          variant="default"
          leftSection={<IconFileImport size={18} stroke={1.7} aria-hidden />}
          renderRoot={(props) => <Link {...props} to="/imports" />}
        >
          {t('customers.list.import')}
        </Button>
        <Button
          leftSection={<IconUserPlus size={18} stroke={1.7} aria-hidden />}
          rightSection={<Kbd size="xs">F3</Kbd>}
          renderRoot={(props) => <Link {...props} to="/customers/new" search={{}} />}
        >
          {t('customers.list.add')}
        </Button>
      </PageHeader>
      {segment !== undefined && (
        <Group px="md" pb="sm">
          <Badge
            size="lg"
            pr={4}
            rightSection={
              <CloseButton
                size="xs"
                c="inherit"
                aria-label={t('customers.list.clearFilter', { name: segmentName(t, segment) })}
                onClick={clearSegment}
              />
            }
          >
            {t('customers.list.inSegment', { name: segmentName(t, segment) })}
          </Badge>
        </Group>
      )}
      {isEmpty &&
        (text !== '' ? (
          <NobodyFound text={text} />
        ) : segment !== undefined ? (
          <EmptySegment onClear={clearSegment} />
        ) : (
          <NoCustomersYet />
        ))}
      <CustomerGrid
        filter={filter}
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
