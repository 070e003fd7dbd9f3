import { Input, NumberInput, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ValueCardTypeDefinition } from '../../../shared/contract/valueCards.ts';
import { MOST_VALID_DAYS, valueCardKinds } from '../../../shared/domain/valueCards/cards.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { ProductScope } from '../products/ProductScope.tsx';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';
import { inputOf, typeErrors, valuesOf, type TypeValues } from './typeValues.ts';

interface ValueCardTypeFormProps {
  /** Null makes a new one. */
  readonly type: ValueCardTypeDefinition | null;
  readonly onClose: () => void;
}

/** What a card is called, whose it is, what it pays for, with how much it is sold and how long it is valid. */
export const ValueCardTypeForm = ({ type, onClose }: ValueCardTypeFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('valueCards.saveType', { quiet: true });
  const form = useForm<TypeValues>({ initialValues: valuesOf(type), validate: typeErrors(t) });
  const submit = form.onSubmit(async (values) => {
    try {
      const { typeId, before } = await save.mutateAsync({ typeId: type?.id ?? null, ...inputOf(values) });
      form.resetDirty();
      done({
        label: t(before === null ? 'valueCards.kinds.done.created' : 'valueCards.kinds.done.changed', {
          name: values.name.trim(),
        }),
        undo: async () => {
          if (before === null) await call('valueCards.removeType', { typeId });
          else await call('valueCards.saveType', { typeId, ...before });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{type === null ? t('valueCards.kinds.new') : type.name}</Title>
        <TextInput
          ref={first}
          label={t('valueCards.kinds.name')}
          placeholder={t('valueCards.kinds.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Input.Wrapper label={t('valueCards.kinds.whose')}>
          <SegmentedControl
            fullWidth
            aria-label={t('valueCards.kinds.whose')}
            data={valueCardKinds.map((value) => ({ value, label: t(`valueCards.kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
        </Input.Wrapper>
        <Text size="xs" c="dimmed" mt={-8}>
          {t(`valueCards.kinds.about.${form.values.kind}`)}
        </Text>
        <ProductScope
          label={t('valueCards.kinds.scope')}
          about={form.values.about}
          input={(field) => form.getInputProps(field)}
        />
        <TextInput
          label={t('valueCards.kinds.faces')}
          description={t('valueCards.kinds.facesHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={120}
          autoComplete="off"
          {...form.getInputProps('faces')}
        />
        <NumberInput
          label={t('valueCards.kinds.validDays')}
          description={t('valueCards.kinds.validHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={1}
          max={MOST_VALID_DAYS}
          allowDecimal={false}
          {...form.getInputProps('validDays')}
        />
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            type && {
              label: t(type.isArchived ? 'stamps.cards.use' : 'stamps.cards.archive'),
              run: () => call('valueCards.archiveType', { typeId: type.id, isArchived: !type.isArchived }),
              told: t(type.isArchived ? 'stamps.cards.done.used' : 'stamps.cards.done.archived', { name: type.name }),
              undo: () => call('valueCards.archiveType', { typeId: type.id, isArchived: type.isArchived }),
            }
          }
          remove={
            type !== null && !type.isUsed
              ? {
                  run: () => call('valueCards.removeType', { typeId: type.id }),
                  told: t('stamps.cards.done.removed', { name: type.name }),
                  undo: async () => {
                    const { typeId } = await call('valueCards.saveType', inputOf(valuesOf(type)));
                    if (type.isArchived) await call('valueCards.archiveType', { typeId, isArchived: true });
                  },
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};
