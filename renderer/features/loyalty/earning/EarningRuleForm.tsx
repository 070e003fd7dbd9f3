import { Checkbox, Chip, Group, Input, NumberInput, Stack, TextInput, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { EarningRuleDefinition } from '../../../../shared/contract/earningRules.ts';
import { MOST_BIRTHDAY_DAYS, MOST_PERCENT } from '../../../../shared/domain/loyalty/earning.ts';
import { useUndo } from '../../../app/useUndo.tsx';
import { LeaveGuard } from '../../../components/LeaveGuard.tsx';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../../components/useFormFailure.ts';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import { weekdayNames } from '../../appointments/weekdays.ts';
import { ProductScope } from '../../products/ProductScope.tsx';
import { DefinitionButtons } from '../../settings/DefinitionButtons.tsx';
import { inputOf, ruleErrors, valuesOf, type RuleValues } from './ruleValues.ts';

interface EarningRuleFormProps {
  /** Null makes a new one. */
  readonly rule: EarningRuleDefinition | null;
  readonly onClose: () => void;
}

/** What earns otherwise than usual, how much, and on which days; putting it away. */
export const EarningRuleForm = ({ rule, onClose }: EarningRuleFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('earningRules.save', { quiet: true });
  const form = useForm<RuleValues>({ initialValues: valuesOf(rule), validate: ruleErrors(t) });
  const submit = form.onSubmit(async (values) => {
    const input = inputOf(values);
    try {
      const { ruleId, before } = await save.mutateAsync({ ruleId: rule?.id ?? null, ...input });
      form.resetDirty();
      done({
        label: t(before === null ? 'earning.done.created' : 'earning.done.changed', { name: input.name.trim() }),
        undo: async () => {
          if (before === null) await call('earningRules.remove', { ruleId });
          else await call('earningRules.save', { ruleId, ...before });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const { about, isBirthday } = form.values;
  const day = (field: 'fromOn' | 'untilOn') => (
    <DateInput label={t(`earning.${field}`)} valueFormat="YYYY-MM-DD" clearable {...form.getInputProps(field)} />
  );
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{rule === null ? t('earning.new') : rule.name}</Title>
        <Group grow align="flex-start">
          <TextInput
            ref={first}
            label={t('earning.name')}
            placeholder={t('earning.nameHint')}
            maxLength={40}
            autoComplete="off"
            {...form.getInputProps('name')}
          />
          <NumberInput
            label={t('earning.percent')}
            suffix="%"
            min={0}
            max={MOST_PERCENT}
            step={50}
            allowDecimal={false}
            clampBehavior="strict"
            {...form.getInputProps('percent')}
            onChange={(value) => {
              form.setFieldValue('percent', typeof value === 'number' ? value : 0);
            }}
          />
        </Group>
        <ProductScope label={t('earning.what')} about={about} input={(field) => form.getInputProps(field)} />
        <Input.Wrapper label={t('earning.weekdays')} description={t('earning.everyDay')}>
          <Chip.Group multiple {...form.getInputProps('weekdays')}>
            <Group gap={4} mt={4}>
              {weekdayNames.map((name, index) => (
                <Chip key={name} size="xs" value={String(index + 1)}>
                  {t(`appointments.weekdays.${name}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
        <TextInput
          label={t('earning.monthDays')}
          placeholder={t('earning.monthDaysHint')}
          maxLength={100}
          autoComplete="off"
          {...form.getInputProps('monthDays')}
        />
        <Group grow align="flex-start">
          {day('fromOn')}
          {day('untilOn')}
        </Group>
        <Group gap="sm" align="center">
          <Checkbox label={t('earning.isBirthday')} {...form.getInputProps('isBirthday', { type: 'checkbox' })} />
          {isBirthday && (
            <NumberInput
              w="8rem"
              aria-label={t('earning.birthdayDays')}
              suffix={t('earning.days')}
              min={0}
              max={MOST_BIRTHDAY_DAYS}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps('birthdayDays')}
              onChange={(value) => {
                form.setFieldValue('birthdayDays', typeof value === 'number' ? value : 0);
              }}
            />
          )}
        </Group>
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            rule && {
              label: t(rule.isArchived ? 'earning.use' : 'earning.archive'),
              run: () => call('earningRules.archive', { ruleId: rule.id, isArchived: !rule.isArchived }),
              told: t(rule.isArchived ? 'earning.done.used' : 'earning.done.archived', { name: rule.name }),
              undo: () => call('earningRules.archive', { ruleId: rule.id, isArchived: rule.isArchived }),
            }
          }
          remove={
            rule !== null && !rule.isUsed
              ? {
                  run: () => call('earningRules.remove', { ruleId: rule.id }),
                  told: t('earning.done.removed', { name: rule.name }),
                  undo: () => call('earningRules.save', inputOf(valuesOf(rule))),
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};
