import { Anchor, Button, Group, Input, Select, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/contract/tasks.ts';
import { addDays, type LocalDate } from '../../../shared/types/time.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayInput } from '../safety/DayInput.tsx';
import { CustomerField } from './CustomerField.tsx';

interface ApplyTemplateProps {
  /** For whom, where that is known already. */
  readonly customer: Task['customer'];
  readonly onClose: () => void;
}

interface Values {
  templateId: string | null;
  customer: Task['customer'];
  staffId: string | null;
  from: LocalDate | null;
}

/** Writes several tasks down in one go: which template, for whom, from when; the days stand there before it is done. */
export const ApplyTemplate = ({ customer, onClose }: ApplyTemplateProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const mayChange = useMay()('settings.write');
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const templates = useOperation('tasks.templates', {}).data?.templates ?? [];
  const staff = useOperation('staff.list', {}).data?.staff ?? [];
  const apply = useCommand('tasks.applyTemplate', { quiet: true });
  const form = useForm<Values>({
    initialValues: { templateId: null, customer, staffId: null, from: today },
    validate: { templateId: (templateId) => (templateId === null ? t('errors.issue.required') : null) },
  });
  const { templateId, from } = form.values;
  const chosen = templates.find(({ id }) => id === templateId);
  const submit = form.onSubmit(async (values) => {
    if (chosen === undefined) return;
    try {
      const { taskIds } = await apply.mutateAsync({
        templateId: chosen.id,
        customerId: values.customer?.id ?? null,
        staffId: values.staffId,
        from: values.from,
      });
      done({
        label: t('tasks.templates.done.applied', { name: chosen.name, count: taskIds.length }),
        undo: () => call('tasks.takeBackTemplate', { taskIds }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="sm">
        <Title order={2}>{t('tasks.templates.apply')}</Title>
        <Select
          data-autofocus
          label={t('tasks.templates.which')}
          data={templates.map(({ id, name }) => ({ value: id, label: name }))}
          allowDeselect={false}
          {...form.getInputProps('templateId')}
        />
        <Group grow align="flex-start">
          <DayInput label={t('tasks.templates.from')} {...form.getInputProps('from')} />
          <Select
            label={t('tasks.staff')}
            placeholder={t('tasks.anybody')}
            clearable
            data={staff.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('staffId')}
          />
        </Group>
        <CustomerField
          customer={form.values.customer}
          onChange={(picked) => {
            form.setFieldValue('customer', picked);
          }}
        />
        {chosen !== undefined && (
          <Input.Wrapper label={t('tasks.templates.will')} labelElement="div">
            <Stack component="ul" gap={4} m={0} pl="md">
              {chosen.steps.map((step, index) => (
                <Text key={index} component="li" size="sm">
                  {addDays(from ?? today, step.afterDays)} {step.title}
                </Text>
              ))}
            </Stack>
          </Input.Wrapper>
        )}
        <Group gap="xs">
          <Button type="submit" loading={apply.isPending}>
            {t('tasks.templates.do')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          {mayChange && (
            <Anchor ml="auto" size="sm" renderRoot={(props) => <Link {...props} to="/settings/templates" />}>
              {t('tasks.templates.change')}
            </Anchor>
          )}
        </Group>
      </Stack>
    </SaveForm>
  );
};
