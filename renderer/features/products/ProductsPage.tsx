import { Button, Checkbox, Flex, Group, ScrollArea, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPackage, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/products.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { ProductDrawer, type Edited } from './ProductForm.tsx';
import { ProductTable } from './ProductTable.tsx';

const DEBOUNCE_MILLISECONDS = 120;
/** The most the bridge gives at once; further ones are found by typing. */
const MOST_ROWS = 200;

/** What the shop sells and does: names, prices, costs, barcodes. */
export const ProductsPage = (): ReactNode => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), DEBOUNCE_MILLISECONDS);
  const [includeInactive, setIncludeInactive] = useState(false);
  const [edited, setEdited] = useState<Edited | null>(null);
  const list = useOperation('products.list', { text, includeInactive, limit: MOST_ROWS }, { keepPrevious: true });
  const update = useCommand('products.update');
  const rows = list.data?.rows ?? [];

  const setActive = ({ id: productId, name }: Product, isActive: boolean): void => {
    update.mutate(
      { productId, changes: { isActive } },
      {
        onSuccess: () => {
          done({
            label: t(isActive ? 'products.done.activated' : 'products.done.deactivated', { name }),
            undo: () => call('products.update', { productId, changes: { isActive: !isActive } }),
          });
        },
      },
    );
  };
  const add = (name: string): void => {
    setEdited({ name });
  };
  const addButton = (label: string, name: string) => (
    <Button
      leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />}
      onClick={() => {
        add(name);
      }}
    >
      {label}
    </Button>
  );

  return (
    <Flex direction="column" h="100%">
      <PageHeader
        title={t('products.title')}
        text={t('products.text')}
        beside={
          list.data !== undefined && (
            <Text size="sm" c="dimmed" role="status">
              {t('products.count', { count: list.data.total })}
            </Text>
          )
        }
      >
        <Checkbox
          size="sm"
          label={t('products.includeInactive')}
          checked={includeInactive}
          onChange={(event) => {
            setIncludeInactive(event.currentTarget.checked);
          }}
        />
        <TextInput
          w="13rem"
          aria-label={t('products.find')}
          placeholder={t('products.find')}
          leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
          maxLength={60}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        {addButton(t('products.add'), '')}
      </PageHeader>
      {list.error !== null && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.total === 0 &&
        (text === '' ? (
          <EmptyState icon={IconPackage} title={t('products.empty.title')} text={t('products.empty.text')}>
            {addButton(t('products.add'), '')}
          </EmptyState>
        ) : (
          <EmptyState
            icon={IconPackage}
            title={t('products.nothingFound.title', { text })}
            text={t('products.nothingFound.text')}
          >
            {addButton(t('products.nothingFound.add', { text }), text)}
          </EmptyState>
        ))}
      {rows.length > 0 && (
        <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8} px="md" pb="md">
          <ProductTable
            rows={rows}
            onEdit={(product) => {
              setEdited({ product });
            }}
            onSetActive={setActive}
          />
          {list.data !== undefined && list.data.total > rows.length && (
            <Group justify="center" py="sm">
              <Text size="sm" c="dimmed">
                {rows.length} / {list.data.total}
              </Text>
            </Group>
          )}
        </ScrollArea>
      )}
      <ProductDrawer
        edited={edited}
        categories={[...new Set(rows.flatMap(({ category }) => (category === null ? [] : [category])))]}
        onClose={() => {
          setEdited(null);
        }}
      />
    </Flex>
  );
};
