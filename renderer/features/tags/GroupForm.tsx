import { Button, Group, Select, Stack, Switch, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { tagKindSchema } from '../../../shared/contract/tags.ts';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { droppedWords } from './droppedWords.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { TagGroup, Told } from './types.ts';

interface GroupFormProps {
  /** Null makes a new one. */
  readonly group: TagGroup | null;
  readonly onTold: Told;
  readonly onClose: () => void;
}

/** Name and kind of a group, and whether a customer has one of its tags only. */
export const GroupForm = ({ group, onTold, onClose }: GroupFormProps) => {
  const { t } = useTranslation();
  const create = useCommand('tags.createGroup');
  const update = useCommand('tags.updateGroup');
  const first = useFocusOnMount();
  const form = useForm({
    initialValues: { name: group?.name ?? '', kind: group?.kind ?? 'preference', isExclusive: group?.isExclusive ?? false },
    validate: { name: (name) => (name.trim() === '' ? t('errors.issue.required') : null) },
  });
  const save = form.onSubmit(async ({ name, kind, isExclusive }) => {
    const values = { name: name.trim(), kind, isExclusive };
    if (group === null) onTold(t('tags.done.created', { name: values.name }), (await create.mutateAsync(values)).changeId);
    else {
      const { changeId, droppedCount } = await update.mutateAsync({ groupId: group.id, changes: values });
      onTold(t('tags.done.changed', { name: values.name }) + droppedWords(t, droppedCount), changeId);
    }
    onClose();
  });
  return (
    <SaveForm
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <Stack>
        <Title order={2}>{group === null ? t('tags.group.new') : group.name}</Title>
        <TextInput ref={first} label={t('tags.group.name')} maxLength={40} autoComplete="off" {...form.getInputProps('name')} />
        <Select
          label={t('tags.group.kind')}
          allowDeselect={false}
          data={tagKindSchema.options.map((value) => ({ value, label: t(`tags.kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Switch
          label={t('tags.group.oneOnly')}
          description={t('tags.group.oneHint')}
          {...form.getInputProps('isExclusive', { type: 'checkbox' })}
        />
        <Group gap="xs">
          <Button type="submit" loading={create.isPending || update.isPending}>
            {t('common.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
