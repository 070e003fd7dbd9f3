import { Badge, Button, Group, Paper, Table, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/products.ts';
import { MoneyText } from '../../components/MoneyText.tsx';

interface ProductTableProps {
  readonly rows: readonly Product[];
  readonly onEdit: (product: Product) => void;
  readonly onSetActive: (product: Product, isActive: boolean) => void;
}

/** Products and services in rows; a name opens its drawer. */
export const ProductTable = ({ rows, onEdit, onSetActive }: ProductTableProps) => {
  const { t } = useTranslation();
  return (
    <Paper withBorder>
      <Table verticalSpacing="xs" horizontalSpacing="md" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('products.columns.name')}</Table.Th>
            <Table.Th>{t('products.columns.category')}</Table.Th>
            <Table.Th ta="right">{t('products.columns.price')}</Table.Th>
            <Table.Th ta="right">{t('products.columns.cost')}</Table.Th>
            <Table.Th>{t('products.columns.barcode')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('common.more')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((product) => (
            <Table.Tr key={product.id} c={product.isActive ? 'inherit' : 'dimmed'}>
              <Table.Td>
                <Group gap="xs">
                  <UnstyledButton
                    miw={0}
                    onClick={() => {
                      onEdit(product);
                    }}
                  >
                    <Text size="sm" fw={700} lineClamp={2}>
                      {product.name}
                    </Text>
                  </UnstyledButton>
                  <Badge size="sm" color={product.isService ? 'jade' : 'gray'} flex="none">
                    {t(`products.kind.${product.isService ? 'service' : 'product'}`)}
                  </Badge>
                  {!product.isActive && (
                    <Badge size="sm" color="gray" variant="outline" flex="none">
                      {t('products.inactive')}
                    </Badge>
                  )}
                </Group>
              </Table.Td>
              <Table.Td>{product.category}</Table.Td>
              <Table.Td ta="right">
                <MoneyText amount={product.priceCents} keepZeros />
              </Table.Td>
              <Table.Td ta="right">
                {product.costCents === null ? (
                  <Text size="sm" c="dimmed">
                    {t('products.noCost')}
                  </Text>
                ) : (
                  <MoneyText amount={product.costCents} keepZeros />
                )}
              </Table.Td>
              <Table.Td>{product.barcode}</Table.Td>
              <Table.Td>
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={t('products.editTitle', { name: product.name })}
                    onClick={() => {
                      onEdit(product);
                    }}
                  >
                    {t('common.edit')}
                  </Button>
                  <Button
                    variant="subtle"
                    color="gray"
                    size="compact-sm"
                    aria-label={`${t(product.isActive ? 'products.deactivate' : 'products.activate')} ${product.name}`}
                    onClick={() => {
                      onSetActive(product, !product.isActive);
                    }}
                  >
                    {t(product.isActive ? 'products.deactivate' : 'products.activate')}
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
};
