import { Group, NumberInput, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { StageDefinition } from '../../../shared/contract/opportunities.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';

interface StageFormProps {
  /** Null makes a new one. */
  readonly stage: StageDefinition | null;
  /** All of them in their order. */
  readonly stages: readonly StageDefinition[];
  readonly onClose: () => void;
}

/** What a stage is called, how likely it leads to a sale, and its place; putting it away. */
export const StageForm = ({ stage, stages, onClose }: StageFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('opportunities.saveStage', { quiet: true });
  const place = stages.findIndex(({ id }) => id === stage?.id) + 1;
  const last = stage === null ? stages.length + 1 : stages.length;
  const form = useForm({
    initialValues: { name: stage?.name ?? '', probability: stage?.probability ?? 50, place: stage === null ? last : place },
    validate: { name: (name) => (name.trim() === '' ? t('errors.issue.required') : null) },
  });
  const submit = form.onSubmit(async (values) => {
    try {
      const { stageId, before } = await save.mutateAsync({ stageId: stage?.id ?? null, ...values });
      form.resetDirty();
      done({
        label: t(before === null ? 'opportunities.stages.done.created' : 'opportunities.stages.done.changed', {
          name: values.name.trim(),
        }),
        undo: async () => {
          if (before === null) await call('opportunities.removeStage', { stageId });
          else await call('opportunities.saveStage', { stageId, ...before });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const figure = (field: 'probability' | 'place', min: number, max: number) => (
    <NumberInput
      label={t(`opportunities.stages.${field}`)}
      min={min}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      {...form.getInputProps(field)}
      onChange={(value) => {
        form.setFieldValue(field, typeof value === 'number' ? value : min);
      }}
    />
  );
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{stage === null ? t('opportunities.stages.new') : stage.name}</Title>
        <TextInput
          ref={first}
          label={t('opportunities.stages.name')}
          placeholder={t('opportunities.stages.nameHint')}
          maxLength={30}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Group grow align="flex-start">
          {figure('probability', 0, 100)}
          {figure('place', 1, last)}
        </Group>
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            stage && {
              label: t(stage.isArchived ? 'opportunities.stages.use' : 'opportunities.stages.archive'),
              run: () => call('opportunities.archiveStage', { stageId: stage.id, isArchived: !stage.isArchived }),
              told: t(stage.isArchived ? 'opportunities.stages.done.used' : 'opportunities.stages.done.archived', {
                name: stage.name,
              }),
              undo: () => call('opportunities.archiveStage', { stageId: stage.id, isArchived: stage.isArchived }),
            }
          }
          remove={
            stage !== null && stage.isOwn && !stage.isUsed
              ? {
                  run: () => call('opportunities.removeStage', { stageId: stage.id }),
                  told: t('opportunities.stages.done.removed', { name: stage.name }),
                  undo: () => call('opportunities.saveStage', { name: stage.name, probability: stage.probability, place }),
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};
