import { NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { MOST_PIECES_OF_SAMPLE, type SampleSetDefinition } from '../../../shared/contract/sampleSets.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';
import { itemsOf, piecesOf } from './pieces.ts';

interface SampleSetFormProps {
  /** Null makes a new one. */
  readonly set: SampleSetDefinition | null;
  readonly onClose: () => void;
}

/** What a set of samples is called and how many of each it holds; putting it away. */
export const SampleSetForm = ({ set, onClose }: SampleSetFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('sampleSets.save', { quiet: true });
  const rewards = useOperation('rewards.list', {}).data?.rewards ?? [];
  const samples = rewards.filter(({ isSample }) => isSample);
  const form = useForm({
    initialValues: { name: set?.name ?? '', pieces: piecesOf(set?.items ?? []) },
    validate: {
      name: (name) => (name.trim() === '' ? t('errors.issue.required') : null),
      pieces: (pieces) => (itemsOf(pieces).length === 0 ? t('gifts.sets.nothing') : null),
    },
  });
  const { pieces } = form.values;
  const submit = form.onSubmit(async (values) => {
    try {
      const { setId, before } = await save.mutateAsync({
        setId: set?.id ?? null,
        name: values.name,
        items: itemsOf(values.pieces),
      });
      form.resetDirty();
      done({
        label: t(before === null ? 'gifts.sets.done.created' : 'gifts.sets.done.changed', { name: values.name.trim() }),
        undo: async () => {
          if (before === null) await call('sampleSets.remove', { setId });
          else await call('sampleSets.save', { setId, ...before });
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
        <Title order={2}>{set === null ? t('gifts.sets.new') : set.name}</Title>
        <TextInput
          ref={first}
          label={t('gifts.sets.name')}
          placeholder={t('gifts.sets.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        {samples.length === 0 && <Text size="sm">{t('gifts.sets.noSamples')}</Text>}
        {samples.map(({ id, name }) => (
          <NumberInput
            key={id}
            label={name}
            min={0}
            max={MOST_PIECES_OF_SAMPLE}
            allowDecimal={false}
            clampBehavior="strict"
            value={pieces[id] ?? 0}
            onChange={(value) => {
              form.setFieldValue('pieces', { ...pieces, [id]: typeof value === 'number' ? value : 0 });
            }}
          />
        ))}
        {form.errors['pieces'] !== undefined && (
          <Text size="sm" c="var(--regulars-danger-text)" role="alert">
            {form.errors['pieces']}
          </Text>
        )}
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            set && {
              label: t(set.isArchived ? 'earning.use' : 'earning.archive'),
              run: () => call('sampleSets.archive', { setId: set.id, isArchived: !set.isArchived }),
              told: t(set.isArchived ? 'earning.done.used' : 'earning.done.archived', { name: set.name }),
              undo: () => call('sampleSets.archive', { setId: set.id, isArchived: set.isArchived }),
            }
          }
          remove={
            set && {
              run: () => call('sampleSets.remove', { setId: set.id }),
              told: t('earning.done.removed', { name: set.name }),
              undo: async () => {
                const { setId } = await call('sampleSets.save', { name: set.name, items: itemsOf(piecesOf(set.items)) });
                if (set.isArchived) await call('sampleSets.archive', { setId, isArchived: true });
              },
            }
          }
        />
      </Stack>
    </SaveForm>
  );
};
