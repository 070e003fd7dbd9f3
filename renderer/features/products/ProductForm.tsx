import {
  Autocomplete,
  Button,
  Checkbox,
  Drawer,
  Group,
  Kbd,
  SegmentedControl,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { SaveForm } from '../../components/SaveForm.tsx';
import type { Product } from '../../../shared/contract/products.ts';
import { AppError } from '../../../shared/errors.ts';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { useTold } from '../../components/useTold.ts';
import { call } from '../../ipc/client.ts';
import { formErrors } from '../../ipc/formErrors.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { blankProduct, productErrors, productInputOf, productValuesOf } from './productValues.ts';

/** What the drawer edits: a product, or a new one that starts with what was typed. */
export type Edited = { readonly product: Product } | { readonly name: string };

interface ProductDrawerProps {
  /** Null is closed. */
  readonly edited: Edited | null;
  readonly categories: readonly string[];
  readonly onClose: () => void;
}

/** Adds or changes one product or service. */
export const ProductDrawer = ({ edited, categories, onClose }: ProductDrawerProps) => {
  const { t } = useTranslation();
  return (
    <Drawer
      position="right"
      size={420}
      opened={edited !== null}
      onClose={onClose}
      title={
        edited !== null && 'product' in edited ? t('products.editTitle', { name: edited.product.name }) : t('products.addTitle')
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {edited !== null && <ProductForm edited={edited} categories={categories} onClose={onClose} />}
    </Drawer>
  );
};

const ProductForm = ({ edited, categories, onClose }: ProductDrawerProps & { readonly edited: Edited }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const told = useTold();
  const showError = useErrorToast();
  const create = useCommand('products.create', { quiet: true });
  const update = useCommand('products.update', { quiet: true });
  const product = 'product' in edited ? edited.product : null;
  const form = useForm({
    initialValues: product === null ? { ...blankProduct, name: 'name' in edited ? edited.name : '' } : productValuesOf(product),
    validate: (values) => productErrors(t, values),
  });

  const save = form.onSubmit(async (values) => {
    const input = productInputOf(values);
    if (input === null) return;
    try {
      if (product === null) {
        const { productId } = await create.mutateAsync(input);
        done({
          label: t('products.done.added', { name: input.name }),
          undo: () => call('products.update', { productId, changes: { isActive: false } }),
        });
      } else if (form.isDirty()) {
        const before = productInputOf(productValuesOf(product));
        await update.mutateAsync({ productId: product.id, changes: input });
        const label = t('products.done.changed', { name: input.name });
        if (before === null) told(label);
        else done({ label, undo: () => call('products.update', { productId: product.id, changes: before }) });
      }
      onClose();
    } catch (error) {
      if (error instanceof AppError && error.code === 'conflict') {
        form.setFieldError('barcode', t('products.barcodeTaken'));
        return;
      }
      const { priceCents, costCents, ...others } = formErrors(t, error, product === null ? '' : 'changes.');
      const errors = {
        ...others,
        ...(priceCents === undefined ? {} : { price: priceCents }),
        ...(costCents === undefined ? {} : { cost: costCents }),
      };
      form.setErrors(errors);
      if (Object.keys(errors).length === 0) showError(error);
    }
  });
  return (
    <SaveForm onSubmit={save}>
      <Stack gap="md">
        <TextInput
          data-autofocus
          label={t('products.columns.name')}
          maxLength={80}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <SegmentedControl
          fullWidth
          aria-label={t('products.kind.label')}
          data={[
            { value: 'service', label: t('products.kind.service') },
            { value: 'product', label: t('products.kind.product') },
          ]}
          {...form.getInputProps('kind')}
        />
        <SimpleGrid cols={2}>
          <TextInput
            label={t('products.columns.price')}
            inputMode="decimal"
            autoComplete="off"
            {...form.getInputProps('price')}
          />
          <TextInput
            label={t('products.columns.cost')}
            placeholder={t('products.costHint')}
            inputMode="decimal"
            autoComplete="off"
            {...form.getInputProps('cost')}
          />
        </SimpleGrid>
        <Autocomplete
          label={t('products.columns.category')}
          maxLength={40}
          data={[...categories]}
          {...form.getInputProps('category')}
        />
        <TextInput
          data-takes-codes
          label={t('products.columns.barcode')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('barcode')}
        />
        <TextInput
          label={t('products.patchTest')}
          description={t('products.patchTestHint')}
          placeholder={t('products.patchTestNone')}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          {...form.getInputProps('patchTestDays')}
        />
        <Checkbox
          label={t('products.byHour')}
          description={t('products.byHourHint')}
          checked={form.values.chargedBy === 'hour'}
          onChange={(event) => {
            form.setFieldValue('chargedBy', event.currentTarget.checked ? 'hour' : 'unit');
          }}
        />
        <Checkbox
          label={t('products.favourite')}
          description={t('products.favouriteHint')}
          {...form.getInputProps('isFavourite', { type: 'checkbox' })}
        />
        <SimpleGrid cols={2}>
          <DateInput
            label={t('products.publicFrom')}
            placeholder={t('products.atOnce')}
            valueFormat="YYYY-MM-DD"
            clearable
            {...form.getInputProps('publicFrom')}
          />
          {form.values.publicFrom !== null && (
            <DateInput
              label={t('products.earlyFrom')}
              placeholder={t('products.nobodyEarly')}
              valueFormat="YYYY-MM-DD"
              clearable
              {...form.getInputProps('earlyFrom')}
            />
          )}
        </SimpleGrid>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending || update.isPending} rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
