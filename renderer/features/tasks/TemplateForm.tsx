import { ActionIcon, Button, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TaskTemplate } from '../../../shared/contract/taskTemplates.ts';
import { MOST_STEPS, MOST_STEP_DAYS } from '../../../shared/domain/tasks/templates.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';

interface TemplateFormProps {
  /** Null makes a new one. */
  readonly template: TaskTemplate | null;
  readonly onClose: () => void;
}

/** What a template is called and its tasks, each with its day; putting it away. */
export const TemplateForm = ({ template, onClose }: TemplateFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('tasks.saveTemplate', { quiet: true });
  const form = useForm({
    initialValues: {
      name: template?.name ?? '',
      steps: template?.steps.map((step) => ({ ...step })) ?? [{ title: '', afterDays: 0 }],
    },
    validate: {
      name: (name) => (name.trim() === '' ? t('errors.issue.required') : null),
      steps: { title: (title) => (title.trim() === '' ? t('errors.issue.required') : null) },
    },
  });
  const submit = form.onSubmit(async (values) => {
    try {
      const { templateId, before } = await save.mutateAsync({ templateId: template?.id ?? null, ...values });
      form.resetDirty();
      done({
        label: t(before === null ? 'tasks.templates.done.created' : 'tasks.templates.done.changed', { name: values.name.trim() }),
        undo: async () => {
          if (before === null) await call('tasks.removeTemplate', { templateId });
          else await call('tasks.saveTemplate', { templateId, ...before });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const { steps } = form.values;
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{template === null ? t('tasks.templates.new') : template.name}</Title>
        <TextInput
          ref={first}
          label={t('tasks.templates.name')}
          placeholder={t('tasks.templates.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Text size="sm" c="dimmed">
          {t('tasks.templates.stepsHint')}
        </Text>
        {steps.map((_step, index) => (
          // A row is its place: rows are only added behind, and taking one away moves the others up.
          <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
            <NumberInput
              w="6rem"
              aria-label={t('tasks.templates.daysOf', { number: index + 1 })}
              suffix={t('tasks.templates.days')}
              min={0}
              max={MOST_STEP_DAYS}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps(`steps.${index}.afterDays`)}
              onChange={(value) => {
                form.setFieldValue(`steps.${index}.afterDays`, typeof value === 'number' ? value : 0);
              }}
            />
            <TextInput
              flex={1}
              aria-label={t('tasks.templates.whatOf', { number: index + 1 })}
              placeholder={t('tasks.templates.whatHint')}
              maxLength={100}
              autoComplete="off"
              {...form.getInputProps(`steps.${index}.title`)}
            />
            {steps.length > 1 && (
              <ActionIcon
                mt={4}
                variant="subtle"
                color="gray"
                aria-label={t('tasks.templates.dropStep', { number: index + 1 })}
                onClick={() => {
                  form.removeListItem('steps', index);
                }}
              >
                <IconX size={16} stroke={1.7} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
        {steps.length < MOST_STEPS && (
          <Button
            variant="subtle"
            size="compact-sm"
            w="fit-content"
            leftSection={<IconPlus size={14} stroke={1.7} aria-hidden />}
            onClick={() => {
              form.insertListItem('steps', { title: '', afterDays: steps.at(-1)?.afterDays ?? 0 });
            }}
          >
            {t('tasks.templates.addStep')}
          </Button>
        )}
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            template && {
              label: t(template.isArchived ? 'tasks.templates.use' : 'tasks.templates.archive'),
              run: () => call('tasks.archiveTemplate', { templateId: template.id, isArchived: !template.isArchived }),
              told: t(template.isArchived ? 'tasks.templates.done.used' : 'tasks.templates.done.archived', {
                name: template.name,
              }),
              undo: () => call('tasks.archiveTemplate', { templateId: template.id, isArchived: template.isArchived }),
            }
          }
          remove={
            template !== null && template.isOwn
              ? {
                  run: () => call('tasks.removeTemplate', { templateId: template.id }),
                  told: t('tasks.templates.done.removed', { name: template.name }),
                  undo: () => call('tasks.saveTemplate', { name: template.name, steps: template.steps }),
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};
