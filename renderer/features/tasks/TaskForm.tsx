import { Button, Group, NumberInput, Select, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../shared/contract/tasks.ts';
import { repeatUnits } from '../../../shared/domain/tasks/repeat.ts';
import { staffId as toStaffId } from '../../../shared/types/ids.ts';
import { dateParts, type LocalDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { DayInput } from '../safety/DayInput.tsx';
import { CustomerField } from './CustomerField.tsx';
import type { TaskInput } from './useTasks.ts';

interface TaskFormProps {
  /** What is being changed; null writes a new one. */
  readonly task: Task | null;
  /** Rejects with AppError; the form shows what is wrong and stays. */
  readonly onSave: (input: TaskInput) => Promise<void>;
  readonly onClose: () => void;
}

interface Values {
  title: string;
  dueOn: LocalDate | null;
  unit: string;
  every: number;
  staffId: string | null;
  customer: Task['customer'];
  note: string;
}

/** Days that not every month has. */
const LAST_SAFE_DAY = 28;

/** What is to be done, when, by whom, how often. Ctrl+Enter saves, Escape closes. */
export const TaskForm = ({ task, onSave, onClose }: TaskFormProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const staff = useOperation('staff.list', { includeInactive: task !== null }).data?.staff ?? [];
  const form = useForm<Values>({
    initialValues: {
      title: task?.title ?? '',
      dueOn: task?.dueOn ?? today,
      unit: task?.repeat?.unit ?? 'never',
      every: task?.repeat?.every ?? 1,
      staffId: task?.staff?.id ?? null,
      customer: task?.customer ?? null,
      note: task?.note ?? '',
    },
    validate: { title: (title) => (title.trim() === '' ? t('errors.issue.required') : null) },
  });
  const submit = form.onSubmit(async ({ title, dueOn, unit, every, staffId, customer, note }) => {
    const unitOfRepeat = repeatUnits.find((one) => one === unit);
    try {
      await onSave({
        title: title.trim(),
        note,
        dueOn: dueOn ?? today,
        staffId: staffId === null ? null : toStaffId(staffId),
        customerId: customer?.id ?? null,
        repeat: unitOfRepeat === undefined ? null : { unit: unitOfRepeat, every },
      });
      form.resetDirty();
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const { unit, customer, dueOn } = form.values;
  const repeated = repeatUnits.find((one) => one === unit);
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{task === null ? t('tasks.add') : task.title}</Title>
        <TextInput
          ref={first}
          label={t('tasks.what')}
          placeholder={t('tasks.whatHint')}
          maxLength={100}
          autoComplete="off"
          {...form.getInputProps('title')}
        />
        <SimpleGrid cols={2} spacing="sm">
          <DayInput label={t('tasks.dueOn')} {...form.getInputProps('dueOn')} />
          <Select
            label={t('tasks.staff')}
            placeholder={t('tasks.anybody')}
            clearable
            searchable
            data={staff.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('staffId')}
          />
          <Select
            label={t('tasks.repeat')}
            allowDeselect={false}
            data={(['never', ...repeatUnits] as const).map((value) => ({ value, label: t(`tasks.repeats.${value}`) }))}
            {...form.getInputProps('unit')}
          />
          {repeated !== undefined && (
            <NumberInput
              label={t(`tasks.every.${repeated}`)}
              min={1}
              max={365}
              allowDecimal={false}
              clampBehavior="strict"
              value={form.values.every}
              error={form.errors['every']}
              onChange={(value) => {
                form.setFieldValue('every', typeof value === 'number' ? value : 1);
              }}
            />
          )}
        </SimpleGrid>
        {unit === 'month' && dueOn !== null && dateParts(dueOn).day > LAST_SAFE_DAY && (
          <Text size="sm" c="dimmed">
            {t('tasks.monthEnd')}
          </Text>
        )}
        <CustomerField
          customer={customer}
          onChange={(picked) => {
            form.setFieldValue('customer', picked);
          }}
        />
        <Textarea label={t('tasks.note')} autosize minRows={1} maxRows={6} maxLength={2000} {...form.getInputProps('note')} />
        <Group gap="xs">
          <Button type="submit" loading={form.submitting}>
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
