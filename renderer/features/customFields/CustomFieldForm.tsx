import { Button, Group, Select, Stack, Switch, TagsInput, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { customFieldTypeSchema, type CustomFieldType } from '../../../shared/contract/customFields.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { client } from '../../ipc/client.ts';
import { isOptionName } from '../../../shared/domain/customFields.ts';
import { privateGroups, rightToSee, type PrivateGroup } from '../../../shared/domain/privateGroups.ts';
import { useMay } from '../../app/session.ts';
import { useCommand } from '../../ipc/useCommand.ts';

type Field = OutputOf<'customFields.list'>['fields'][number];

interface CustomFieldFormProps {
  /** Null makes a new one. */
  readonly field: Field | null;
  readonly fields: readonly Field[];
  readonly onClose: () => void;
}

/** What the choice holds for a field that everybody sees. */
const EVERYBODY = 'everybody';

const groupOf = (value: string | null): PrivateGroup | null => privateGroups.find((group) => group === value) ?? null;

const hasOptions = (type: CustomFieldType): boolean => type === 'choice' || type === 'choices';

/** What a field is called, what it holds and where it shows; its place, and putting it away. */
export const CustomFieldForm = ({ field, fields, onClose }: CustomFieldFormProps) => {
  const { t } = useTranslation();
  const may = useMay();
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
      privateGroup: field?.privateGroup ?? null,
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('errors.issue.required') : null),
      options: (options, { type }) => {
        if (hasOptions(type) && options.length === 0) return t('errors.issue.options_needed');
        const isUnfit = options.some((name) => !isOptionName(type, name) && !onOffer.some((one) => one.name === name));
        return isUnfit ? t('errors.issue.option_with_separator') : null;
      },
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
    const { name, type, groupName, isRequired, isSearchable, isInList, privateGroup } = rest;
    const options = onOffer.map((option) => option.name);
    done({
      label: t('customFields.done.removed', { name }),
      undo: () =>
        client.customFields.create({ name, type, groupName, isRequired, isSearchable, isInList, privateGroup, options }),
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
        <Select
          label={t('customFields.privacy.label')}
          description={t('customFields.privacy.text')}
          allowDeselect={false}
          data={[
            { value: EVERYBODY, label: t('customFields.privacy.everybody') },
            ...privateGroups
              .filter((group) => group === field?.privateGroup || may(rightToSee(group)))
              .map((group) => ({ value: group, label: t(`customFields.privacy.groups.${group}`) })),
          ]}
          value={form.values.privateGroup ?? EVERYBODY}
          onChange={(value) => form.setFieldValue('privateGroup', groupOf(value))}
        />
        {(['isRequired', 'isSearchable', 'isInList'] as const).map((mark) => {
          // A box that finds people by it would tell it.
          const isBarred = mark === 'isSearchable' && form.values.privateGroup !== null;
          return (
            <Switch
              key={mark}
              label={t(`customFields.switch.${mark}`)}
              disabled={isBarred}
              {...form.getInputProps(mark, { type: 'checkbox' })}
              {...(isBarred && { checked: false })}
            />
          );
        })}
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
