import { Button, Group, Select, Stack, Switch, TagsInput, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { customFieldTypeSchema, type CustomFieldType } from '../../../shared/contract/customFields.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

type Field = OutputOf<'customFields.list'>['fields'][number];

interface CustomFieldFormProps {
  /** Null makes a new one. */
  readonly field: Field | null;
  readonly fields: readonly Field[];
  readonly onClose: () => void;
}

const hasOptions = (type: CustomFieldType): boolean => type === 'choice' || type === 'choices';

/** What a field is called, what it holds and where it shows; its place, and putting it away. */
export const CustomFieldForm = ({ field, fields, onClose }: CustomFieldFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const create = useCommand('customFields.create');
  const update = useCommand('customFields.update');
  const order = useCommand('customFields.order');
  const remove = useCommand('customFields.remove');
  const first = useFocusOnMount();
  const onOffer = (field?.options ?? []).filter(({ isArchived }) => !isArchived);
  const type: CustomFieldType = field?.type ?? 'text';
  const form = useForm({
    initialValues: {
      name: field?.name ?? '',
      type,
      groupName: field?.groupName ?? '',
      options: onOffer.map(({ name }) => name),
      isRequired: field?.isRequired ?? false,
      isSearchable: field?.isSearchable ?? false,
      isInList: field?.isInList ?? false,
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('errors.issue.required') : null),
      options: (options, { type }) => (hasOptions(type) && options.length === 0 ? t('errors.issue.options_needed') : null),
    },
  });

  const save = form.onSubmit(async ({ type, options, name: typed, ...values }) => {
    const name = typed.trim();
    if (field === null) {
      const { fieldId } = await create.mutateAsync({ ...values, name, type, options: hasOptions(type) ? options : [] });
      done({ label: t('customFields.done.created', { name }), undo: () => client.customFields.remove({ fieldId }) });
    } else {
      const fieldId = field.id;
      const known = options.map((option) => ({ optionId: onOffer.find((one) => one.name === option)?.id ?? null, name: option }));
      const changes = { ...values, name, ...(hasOptions(type) ? { options: known } : {}) };
      const { before } = await update.mutateAsync({ fieldId, changes });
      done({
        label: t('customFields.done.changed', { name }),
        undo: () => client.customFields.update({ fieldId, changes: before }),
      });
    }
    onClose();
  });
  const isBusy = create.isPending || update.isPending;

  const archive = async ({ id: fieldId, name, isArchived }: Field): Promise<void> => {
    const { before } = await update.mutateAsync({ fieldId, changes: { isArchived: !isArchived } });
    done({
      label: t(isArchived ? 'customFields.done.used' : 'customFields.done.archived', { name }),
      undo: () => client.customFields.update({ fieldId, changes: before }),
    });
  };
  const move = async ({ id, name }: Field, by: -1 | 1): Promise<void> => {
    const fieldIds = fields.map((one) => one.id);
    const index = fieldIds.indexOf(id);
    const other = fieldIds[index + by];
    if (other === undefined) return;
    fieldIds[index + by] = id;
    fieldIds[index] = other;
    const { before } = await order.mutateAsync({ fieldIds });
    done({ label: t('customFields.done.moved', { name }), undo: () => client.customFields.order({ fieldIds: before }) });
  };
  const drop = async ({
    id: fieldId,
    options: _options,
    hasValues: _hasValues,
    isArchived: _isArchived,
    ...rest
  }: Field): Promise<void> => {
    await remove.mutateAsync({ fieldId });
    const { name, type, groupName, isRequired, isSearchable, isInList } = rest;
    const options = onOffer.map((option) => option.name);
    done({
      label: t('customFields.done.removed', { name }),
      undo: () => client.customFields.create({ name, type, groupName, isRequired, isSearchable, isInList, options }),
    });
    onClose();
  };

  return (
    <SaveForm
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <Stack>
        <Title order={2}>{field === null ? t('customFields.new') : field.name}</Title>
        <TextInput ref={first} label={t('customFields.name')} maxLength={40} autoComplete="off" {...form.getInputProps('name')} />
        <Select
          label={t('customFields.type')}
          allowDeselect={false}
          disabled={field !== null}
          data={customFieldTypeSchema.options.map((value) => ({ value, label: t(`customFields.types.${value}`) }))}
          {...form.getInputProps('type')}
        />
        {hasOptions(form.values.type) && (
          <TagsInput
            label={t('customFields.options')}
            description={t('customFields.optionsHint')}
            {...form.getInputProps('options')}
          />
        )}
        <TextInput
          label={t('customFields.group')}
          description={t('customFields.groupHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('groupName')}
        />
        {(['isRequired', 'isSearchable', 'isInList'] as const).map((mark) => (
          <Switch key={mark} label={t(`customFields.switch.${mark}`)} {...form.getInputProps(mark, { type: 'checkbox' })} />
        ))}
        <Group gap="xs">
          <Button type="submit" loading={isBusy}>
            {t('common.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
        {field !== null && (
          <>
            <Group gap="xs">
              <Button
                variant="default"
                size="compact-sm"
                disabled={fields[0]?.id === field.id}
                onClick={() => void move(field, -1)}
              >
                {t('tags.up')}
              </Button>
              <Button
                variant="default"
                size="compact-sm"
                disabled={fields.at(-1)?.id === field.id}
                onClick={() => void move(field, 1)}
              >
                {t('tags.down')}
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => void archive(field)}>
                {t(field.isArchived ? 'tags.use' : 'tags.archive')}
              </Button>
              <Button variant="default" size="compact-sm" disabled={field.hasValues} onClick={() => void drop(field)}>
                {t('common.delete')}
              </Button>
            </Group>
            <Text size="xs" c="dimmed">
              {t('customFields.archiveHint')}
            </Text>
          </>
        )}
      </Stack>
    </SaveForm>
  );
};
