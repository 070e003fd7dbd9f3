import { Group, Input, SegmentedControl, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { CommissionRuleDefinition } from '../../../shared/contract/commissions.ts';
import { commissionKinds } from '../../../shared/domain/commissions/commissions.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { ProductScope } from '../products/ProductScope.tsx';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';
import { commissionErrors, inputOf, valuesOf, type CommissionValues } from './commissionValues.ts';

interface CommissionRuleFormProps {
  /** Null makes a new one. */
  readonly rule: CommissionRuleDefinition | null;
  readonly onClose: () => void;
}

/** For what, how much and from when staff get a commission; putting the rule away. */
export const CommissionRuleForm = ({ rule, onClose }: CommissionRuleFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('commissions.save', { quiet: true });
  const form = useForm<CommissionValues>({ initialValues: valuesOf(rule), validate: commissionErrors(t) });
  const submit = form.onSubmit(async (values) => {
    const input = inputOf(values);
    try {
      const { ruleId, before } = await save.mutateAsync({ ruleId: rule?.id ?? null, ...input });
      form.resetDirty();
      done({
        label: t(before === null ? 'commissions.done.created' : 'commissions.done.changed', { name: input.name.trim() }),
        undo: async () => {
          if (before === null) await call('commissions.remove', { ruleId });
          else await call('commissions.save', { ruleId, ...before });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const { kind, about, rateKind } = form.values;
  const day = (field: 'fromOn' | 'untilOn') => (
    <DateInput label={t(`commissions.${field}`)} valueFormat="YYYY-MM-DD" clearable {...form.getInputProps(field)} />
  );
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{rule === null ? t('commissions.newRule') : rule.name}</Title>
        <TextInput
          ref={first}
          label={t('commissions.name')}
          placeholder={t('commissions.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Select
          label={t('commissions.kind')}
          allowDeselect={false}
          data={commissionKinds.map((value) => ({ value, label: t(`commissions.kinds.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <Text size="xs" c="dimmed" mt={-8}>
          {t(`commissions.kindAbout.${kind}`)}
        </Text>
        {kind !== 'top_up' && (
          <ProductScope label={t('commissions.about')} about={about} input={(field) => form.getInputProps(field)} />
        )}
        <Input.Wrapper label={t('commissions.rate')}>
          <SegmentedControl
            fullWidth
            aria-label={t('commissions.rate')}
            data={(['percent', 'each'] as const).map((value) => ({ value, label: t(`commissions.rates.${value}`) }))}
            {...form.getInputProps('rateKind')}
          />
        </Input.Wrapper>
        {rateKind === 'percent' ? (
          <TextInput
            label={t('commissions.percent')}
            inputMode="decimal"
            rightSection="%"
            maxLength={7}
            autoComplete="off"
            {...form.getInputProps('percent')}
          />
        ) : (
          <TextInput
            label={t('commissions.each')}
            inputMode="decimal"
            maxLength={20}
            autoComplete="off"
            {...form.getInputProps('each')}
          />
        )}
        <Group grow align="flex-start">
          {day('fromOn')}
          {day('untilOn')}
        </Group>
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            rule && {
              label: t(rule.isArchived ? 'earning.use' : 'earning.archive'),
              run: () => call('commissions.archive', { ruleId: rule.id, isArchived: !rule.isArchived }),
              told: t(rule.isArchived ? 'earning.done.used' : 'earning.done.archived', { name: rule.name }),
              undo: () => call('commissions.archive', { ruleId: rule.id, isArchived: rule.isArchived }),
            }
          }
          remove={
            rule && {
              run: () => call('commissions.remove', { ruleId: rule.id }),
              told: t('earning.done.removed', { name: rule.name }),
              undo: async () => {
                const { ruleId } = await call('commissions.save', inputOf(valuesOf(rule)));
                if (rule.isArchived) await call('commissions.archive', { ruleId, isArchived: true });
              },
            }
          }
        />
      </Stack>
    </SaveForm>
  );
};
