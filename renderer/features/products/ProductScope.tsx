import { Autocomplete, Input, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../ipc/useOperation.ts';
import { scopeChoices, type ScopeValues } from './scopeValues.ts';

interface ProductScopeProps {
  readonly label: string;
  readonly about: ScopeValues['about'];
  /** The props of a field of the form. */
  readonly input: (field: keyof ScopeValues) => object;
}

/** What a rule is about: everything, a category, or one product. */
export const ProductScope = ({ label, about, input }: ProductScopeProps) => {
  const { t } = useTranslation();
  const products = useOperation('products.list', { limit: 500 }).data?.rows ?? [];
  const categories = [...new Set(products.flatMap(({ category }) => category ?? []))];
  return (
    <>
      <Input.Wrapper label={label}>
        <SegmentedControl
          fullWidth
          aria-label={label}
          data={scopeChoices.map((value) => ({ value, label: t(`earning.${value}`) }))}
          {...input('about')}
        />
      </Input.Wrapper>
      {about === 'category' && (
        <Autocomplete label={t('earning.category')} data={categories} maxLength={40} {...input('category')} />
      )}
      {about === 'product' && (
        <Select
          // A choice that was made before the products were read gets its name with them.
          key={products.length === 0 ? 'waiting' : 'ready'}
          label={t('earning.product')}
          searchable
          nothingFoundMessage={t('tiers.noProduct')}
          data={products.map(({ id, name }) => ({ value: id, label: name }))}
          {...input('productId')}
        />
      )}
    </>
  );
};
