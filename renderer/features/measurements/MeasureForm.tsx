import { Group, NumberInput, Stack, Switch, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../../shared/contract/measurements.ts';
import { MOST_DECIMALS } from '../../../shared/domain/measurements/values.ts';
import { useMay } from '../../app/session.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';

interface MeasureFormProps {
  /** Null makes a new one. */
  readonly measure: Measure | null;
  readonly onClose: () => void;
}

/** What a measure is called and its unit; putting it away. */
export const MeasureForm = ({ measure, onClose }: MeasureFormProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('measurements.saveMeasure', { quiet: true });
  const form = useForm({
    initialValues: {
      name: measure?.name ?? '',
      unit: measure?.unit ?? '',
      decimals: measure?.decimals ?? 1,
      isPrivate: measure?.isPrivate ?? false,
    },
    validate: { name: (name) => (name.trim() === '' ? t('errors.issue.required') : null) },
  });
  const submit = form.onSubmit(async (values) => {
    try {
      const { measureId, before } = await save.mutateAsync({ measureId: measure?.id ?? null, ...values });
      form.resetDirty();
      done({
        label: t(before === null ? 'measurements.measures.done.created' : 'measurements.measures.done.changed', {
          name: values.name.trim(),
        }),
        undo: () =>
          before === null
            ? call('measurements.removeMeasure', { measureId })
            : call('measurements.saveMeasure', { measureId, ...before }),
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
        <Title order={2}>{measure === null ? t('measurements.measures.new') : measure.name}</Title>
        <TextInput
          ref={first}
          label={t('measurements.measures.name')}
          placeholder={t('measurements.measures.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Group grow align="flex-start">
          <TextInput
            label={t('measurements.measures.unit')}
            placeholder={t('measurements.measures.unitHint')}
            maxLength={12}
            autoComplete="off"
            {...form.getInputProps('unit')}
          />
          <NumberInput
            label={t('measurements.measures.decimals')}
            min={0}
            max={MOST_DECIMALS}
            allowDecimal={false}
            clampBehavior="strict"
            {...form.getInputProps('decimals')}
            onChange={(value) => {
              form.setFieldValue('decimals', typeof value === 'number' ? value : 0);
            }}
          />
        </Group>
        <Switch
          label={t('measurements.measures.isPrivate')}
          disabled={!may('private.health')}
          {...form.getInputProps('isPrivate', { type: 'checkbox' })}
        />
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            measure && {
              label: t(measure.isArchived ? 'measurements.measures.use' : 'measurements.measures.archive'),
              run: () => call('measurements.archiveMeasure', { measureId: measure.id, isArchived: !measure.isArchived }),
              told: t(measure.isArchived ? 'measurements.measures.done.used' : 'measurements.measures.done.archived', {
                name: measure.name,
              }),
              undo: () => call('measurements.archiveMeasure', { measureId: measure.id, isArchived: measure.isArchived }),
            }
          }
          remove={
            measure !== null && measure.isOwn && !measure.hasValues
              ? {
                  run: () => call('measurements.removeMeasure', { measureId: measure.id }),
                  told: t('measurements.measures.done.removed', { name: measure.name }),
                  undo: () =>
                    call('measurements.saveMeasure', {
                      name: measure.name,
                      unit: measure.unit,
                      decimals: measure.decimals,
                      isPrivate: measure.isPrivate,
                    }),
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};
