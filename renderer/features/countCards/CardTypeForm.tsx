import {
  Group,
  MultiSelect,
  NativeSelect,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { CardType } from '../../../shared/contract/countCardTypes.ts';
import { MOST_CARD_DAYS, MOST_USES } from '../../../shared/domain/loyalty/cardTypes.ts';
import { parseMoney } from '../../../shared/domain/money.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';
import { ExtendAll } from './ExtendAll.tsx';
import { inputOf, valuesOf } from './typeValues.ts';

interface CardTypeFormProps {
  /** Null makes a new one. */
  readonly type: CardType | null;
  readonly onClose: () => void;
}

/** What a kind of card is called, what it holds and for how long, what it pays for and what sells it. */
export const CardTypeForm = ({ type, onClose }: CardTypeFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('countCards.saveType', { quiet: true });
  const products = useOperation('products.list', { limit: 200 }).data?.rows ?? [];
  const categories = [...new Set([...products.flatMap(({ category }) => category ?? []), ...(type?.scope.categories ?? [])])];
  const required = t('errors.issue.required');
  const form = useForm({
    initialValues: valuesOf(type),
    validate: {
      name: (name) => (name.trim() === '' ? required : null),
      price: (price) => (parseMoney(price) === null ? required : null),
      uses: (uses, { kind }) => (kind === 'count' && typeof uses !== 'number' ? required : null),
      validCount: (count, { validUnit }) => (validUnit !== 'never' && typeof count !== 'number' ? required : null),
      validUnit: (unit, { kind }) => (kind === 'time' && unit === 'never' ? t('errors.issue.time_card_needs_end') : null),
    },
  });
  const submit = form.onSubmit(async (values) => {
    try {
      const { cardTypeId, before } = await save.mutateAsync({ ...inputOf(values), cardTypeId: type?.id ?? null });
      form.resetDirty();
      done({
        label: t(before === null ? 'countCards.types.done.created' : 'countCards.types.done.changed', {
          name: values.name.trim(),
        }),
        undo: async () => {
          if (before === null) await call('countCards.removeType', { cardTypeId });
          else await call('countCards.saveType', { ...before, cardTypeId });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const { kind, validUnit } = form.values;
  const named = products.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{type === null ? t('countCards.types.new') : type.name}</Title>
        <TextInput
          ref={first}
          label={t('countCards.types.name')}
          placeholder={t('countCards.types.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <SegmentedControl
          aria-label={t('countCards.types.kind')}
          data={[
            { value: 'count', label: t('countCards.types.countCard') },
            { value: 'time', label: t('countCards.types.timeCard') },
          ]}
          {...form.getInputProps('kind')}
        />
        <Group grow align="flex-start">
          {kind === 'count' ? (
            <NumberInput
              label={t('countCards.types.uses')}
              min={1}
              max={MOST_USES}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps('uses')}
            />
          ) : (
            <Text size="sm" c="dimmed" pt="xl">
              {t('countCards.types.timeCardHint')}
            </Text>
          )}
          <TextInput
            label={t('countCards.types.price')}
            inputMode="decimal"
            maxLength={16}
            autoComplete="off"
            {...form.getInputProps('price')}
          />
        </Group>
        <Group grow align="flex-end">
          {validUnit !== 'never' && (
            <NumberInput
              label={t('countCards.types.validity')}
              min={1}
              max={MOST_CARD_DAYS}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps('validCount')}
            />
          )}
          <NativeSelect
            {...(validUnit === 'never'
              ? { label: t('countCards.types.validity') }
              : { 'aria-label': t('countCards.types.validCount') })}
            data={(['days', 'months', 'never'] as const).map((unit) => ({ value: unit, label: t(`countCards.types.${unit}`) }))}
            {...form.getInputProps('validUnit')}
          />
        </Group>
        {validUnit !== 'never' && (
          <NativeSelect
            label={t('countCards.types.from')}
            data={(['issue', 'first_use'] as const).map((from) => ({ value: from, label: t(`countCards.types.${from}`) }))}
            {...form.getInputProps('validFrom')}
          />
        )}
        <Select
          label={t('countCards.types.productId')}
          placeholder={t('countCards.types.productHint')}
          searchable
          clearable
          data={named}
          {...form.getInputProps('productId')}
        />
        <MultiSelect
          label={t('countCards.types.products')}
          description={t('countCards.types.scopeHint')}
          searchable
          clearable
          data={named}
          {...form.getInputProps('productIds')}
        />
        {categories.length > 0 && (
          <MultiSelect
            label={t('countCards.types.categories')}
            searchable
            clearable
            data={categories}
            {...form.getInputProps('categories')}
          />
        )}
        <Group grow align="flex-start">
          <NumberInput
            label={t('countCards.types.gapDays')}
            description={t('countCards.types.gapHint')}
            min={1}
            max={MOST_CARD_DAYS}
            allowDecimal={false}
            clampBehavior="strict"
            {...form.getInputProps('gapDays')}
          />
          <NumberInput
            label={t('countCards.types.freezeDays')}
            description={t('countCards.types.freezeHint')}
            min={0}
            max={366}
            allowDecimal={false}
            clampBehavior="strict"
            {...form.getInputProps('freezeDays')}
          />
        </Group>
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            type && {
              label: t(type.isArchived ? 'countCards.types.use' : 'countCards.types.archive'),
              run: () => call('countCards.archiveType', { cardTypeId: type.id, isArchived: !type.isArchived }),
              told: t(type.isArchived ? 'countCards.types.done.used' : 'countCards.types.done.archived', { name: type.name }),
              undo: () => call('countCards.archiveType', { cardTypeId: type.id, isArchived: type.isArchived }),
            }
          }
          remove={
            type !== null && type.isOwn && !type.hasCards
              ? {
                  run: () => call('countCards.removeType', { cardTypeId: type.id }),
                  told: t('countCards.types.done.removed', { name: type.name }),
                  undo: () => call('countCards.saveType', inputOf(valuesOf(type))),
                }
              : null
          }
        />
      </Stack>
      {type !== null && type.hasCards && type.validity !== null && <ExtendAll type={type} />}
    </SaveForm>
  );
};
