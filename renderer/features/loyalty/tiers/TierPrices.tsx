import { ActionIcon, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { moneyInputText } from '../../../../shared/domain/money.ts';
import { useOperation } from '../../../ipc/useOperation.ts';
import type { TierValues } from './tierValues.ts';

/** The products that have a price of their own for a tier (R090): everybody can see the list, nobody gets a hidden one. */
export const TierPrices = ({ form }: { readonly form: UseFormReturnType<TierValues> }) => {
  const { t } = useTranslation();
  const products = useOperation('products.list', { limit: 500 }).data?.rows ?? [];
  const { prices } = form.values;
  const taken = new Set(prices.map(({ productId }) => productId));
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {t('tiers.prices')}
      </Text>
      {prices.map(({ productId, productName }, index) => (
        <Group key={productId} gap="xs" wrap="nowrap">
          <Text size="sm" flex={1} truncate>
            {productName}
          </Text>
          <TextInput
            w="6rem"
            size="xs"
            inputMode="decimal"
            autoComplete="off"
            aria-label={t('tiers.priceOf', { name: productName })}
            styles={{ input: { textAlign: 'right' } }}
            {...form.getInputProps(`prices.${index}.price`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('tiers.dropPrice', { name: productName })}
            onClick={() => {
              form.removeListItem('prices', index);
            }}
          >
            <IconX size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Select
        size="xs"
        searchable
        aria-label={t('tiers.addPrice')}
        placeholder={t('tiers.addPrice')}
        nothingFoundMessage={t('tiers.noProduct')}
        value={null}
        data={products.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          const product = products.find((one) => one.id === id);
          if (product !== undefined)
            form.insertListItem('prices', {
              productId: product.id,
              productName: product.name,
              price: moneyInputText(product.priceCents),
            });
        }}
      />
    </Stack>
  );
};
