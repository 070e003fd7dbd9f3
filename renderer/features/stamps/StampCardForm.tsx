import { Group, Input, MultiSelect, NumberInput, SegmentedControl, Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { StampCardDefinition } from '../../../shared/contract/stamps.ts';
import { MOST_NEEDED, stampCounts } from '../../../shared/domain/loyalty/stamps.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';
import { cardErrors, inputOf, valuesOf, type StampCardValues } from './cardValues.ts';

interface StampCardFormProps {
  /** Null makes a new one. */
  readonly card: StampCardDefinition | null;
  readonly onClose: () => void;
}

/** What a card of stamps is called, what brings a stamp, how many fill it and what it brings then. */
export const StampCardForm = ({ card, onClose }: StampCardFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('stamps.saveCard', { quiet: true });
  const products = useOperation('products.list', { limit: 200 }).data?.rows ?? [];
  const coupons = useOperation('coupons.types', {}).data?.types ?? [];
  const categories = [...new Set([...products.flatMap(({ category }) => category ?? []), ...(card?.scope.categories ?? [])])];
  const form = useForm<StampCardValues>({ initialValues: valuesOf(card), validate: cardErrors(t) });
  const submit = form.onSubmit(async (values) => {
    try {
      const { cardId, before } = await save.mutateAsync({ ...inputOf(values), cardId: card?.id ?? null });
      form.resetDirty();
      done({
        label: t(before === null ? 'stamps.cards.done.created' : 'stamps.cards.done.changed', { name: values.name.trim() }),
        undo: async () => {
          if (before === null) await call('stamps.removeCard', { cardId });
          else await call('stamps.saveCard', { ...before, cardId });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const { per } = form.values;
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{card === null ? t('stamps.cards.new') : card.name}</Title>
        <TextInput
          ref={first}
          label={t('stamps.cards.name')}
          placeholder={t('stamps.cards.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Input.Wrapper label={t('stamps.cards.per')}>
          <SegmentedControl
            fullWidth
            aria-label={t('stamps.cards.per')}
            data={stampCounts.map((value) => ({ value, label: t(`stamps.cards.kinds.${value}`) }))}
            {...form.getInputProps('per')}
          />
        </Input.Wrapper>
        <Group grow align="flex-start">
          <NumberInput
            label={t('stamps.cards.needed')}
            min={2}
            max={MOST_NEEDED}
            allowDecimal={false}
            clampBehavior="strict"
            {...form.getInputProps('needed')}
          />
          {per !== 'item' && (
            <TextInput
              label={t(`stamps.cards.least.${per}`)}
              {...(per === 'visit' && {
                description: t('stamps.cards.leastHint'),
                inputWrapperOrder: ['label', 'input', 'description', 'error'],
              })}
              inputMode="decimal"
              maxLength={16}
              autoComplete="off"
              {...form.getInputProps('least')}
            />
          )}
        </Group>
        <MultiSelect
          label={t('stamps.cards.products')}
          description={t('stamps.cards.productsHint')}
          searchable
          clearable
          data={products.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('productIds')}
        />
        {categories.length > 0 && (
          <MultiSelect
            label={t('stamps.cards.categories')}
            searchable
            clearable
            data={categories}
            {...form.getInputProps('categories')}
          />
        )}
        <Group grow align="flex-start">
          <Select
            label={t('stamps.cards.coupon')}
            placeholder={t('stamps.cards.noCoupon')}
            clearable
            searchable
            nothingFoundMessage={t('coupons.card.noTypes')}
            data={coupons.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('couponTypeId')}
          />
          <NumberInput
            label={t('stamps.cards.points')}
            min={0}
            max={1_000_000}
            allowDecimal={false}
            clampBehavior="strict"
            {...form.getInputProps('points')}
          />
        </Group>
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            card && {
              label: t(card.isArchived ? 'stamps.cards.use' : 'stamps.cards.archive'),
              run: () => call('stamps.archiveCard', { cardId: card.id, isArchived: !card.isArchived }),
              told: t(card.isArchived ? 'stamps.cards.done.used' : 'stamps.cards.done.archived', { name: card.name }),
              undo: () => call('stamps.archiveCard', { cardId: card.id, isArchived: card.isArchived }),
            }
          }
          remove={
            card !== null && !card.isUsed
              ? {
                  run: () => call('stamps.removeCard', { cardId: card.id }),
                  told: t('stamps.cards.done.removed', { name: card.name }),
                  undo: async () => {
                    const { cardId } = await call('stamps.saveCard', inputOf(valuesOf(card)));
                    if (card.isArchived) await call('stamps.archiveCard', { cardId, isArchived: true });
                  },
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};
