import { Autocomplete, Checkbox, Chip, Group, Input, Select, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { OwnRuleDefinition } from '../../../shared/contract/reminderRules.ts';
import { presetTrades, rulePresets, tradeNames } from '../../../shared/domain/reminders/own/presets.ts';
import { MOST_GIVE_UP_DAYS, ownRuleKinds } from '../../../shared/domain/reminders/own/types.ts';
import { valueClasses } from '../../../shared/domain/segments/names.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';
import { SentenceField } from '../settings/SentenceField.tsx';
import { BaseFields } from './BaseFields.tsx';
import { RulePreview } from './RulePreview.tsx';
import { hasAfter, hasBefore, isOfPurchase, presetValues, ruleErrors, termsOf, valuesOf, type RuleValues } from './ruleValues.ts';

interface ReminderRuleFormProps {
  /** Null makes a new one. */
  readonly rule: OwnRuleDefinition | null;
  /** The groups that other rules are in. */
  readonly groups: readonly string[];
  readonly onClose: () => void;
}

/** A reminder rule: from what it counts, on which days, for whom, and what to say; whom it would have called; switching it off. */
export const ReminderRuleForm = ({ rule, groups, onClose }: ReminderRuleFormProps) => {
  const { t } = useTranslation();
  const { language } = useShop().settings;
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('reminderRules.save', { quiet: true });
  const form = useForm<RuleValues>({ initialValues: valuesOf(rule), validate: ruleErrors(t) });
  const isOn = rule?.isOn ?? true;
  const submit = form.onSubmit(async (values) => {
    const name = values.name.trim();
    try {
      const { ruleId, before } = await save.mutateAsync({ ruleId: rule?.id ?? null, name, isOn, ...termsOf(values) });
      form.resetDirty();
      done({
        label: t(before === null ? 'reminderRules.done.created' : 'reminderRules.done.changed', { name }),
        undo: async () => {
          if (before === null) await call('reminderRules.remove', { ruleId });
          else await call('reminderRules.save', { ruleId, ...before });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error, 'base.');
    }
  });
  const { kind } = form.values;
  const isReadable = Object.values(form.errors).every((error) => error == null);
  const terms = termsOf(form.values);
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{rule === null ? t('reminderRules.new') : rule.name}</Title>
        {rule === null && (
          <Select
            label={t('reminderRules.preset')}
            placeholder={t('reminderRules.presetHint')}
            searchable
            data={presetTrades.map((trade) => ({
              group: tradeNames[trade][language],
              items: rulePresets
                .filter((preset) => preset.trade === trade)
                .map(({ key, name }) => ({ value: key, label: name[language] })),
            }))}
            onChange={(chosen) => {
              const preset = rulePresets.find(({ key }) => key === chosen);
              if (preset) form.setValues(presetValues(preset, language));
            }}
          />
        )}
        <TextInput
          ref={first}
          label={t('reminderRules.name')}
          placeholder={t('reminderRules.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Select
          label={t('reminderRules.kind')}
          allowDeselect={false}
          data={ownRuleKinds.map((value) => ({ value, label: t(`reminderRules.kinds.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <BaseFields form={form} />
        <Group grow align="flex-start">
          {hasBefore(kind) && (
            <TextInput
              label={t('reminderRules.before')}
              description={t(hasAfter(kind) ? 'reminderRules.beforeHint' : 'reminderRules.beforeDayHint')}
              autoComplete="off"
              maxLength={40}
              {...form.getInputProps('before')}
              {...(!hasAfter(kind) && { error: form.errors['before'] ?? form.errors['after'] })}
            />
          )}
          {hasAfter(kind) && (
            <TextInput
              label={t('reminderRules.after')}
              description={t('reminderRules.afterHint')}
              autoComplete="off"
              maxLength={40}
              {...form.getInputProps('after')}
            />
          )}
        </Group>
        <SentenceField
          sentence={t('reminderRules.giveUp')}
          min={1}
          max={MOST_GIVE_UP_DAYS}
          input={form.getInputProps('giveUpDays')}
        />
        <Input.Wrapper label={t('reminderRules.values')} description={t('reminderRules.valuesHint')}>
          <Chip.Group multiple {...form.getInputProps('values')}>
            <Group gap={4} mt={4}>
              {valueClasses.map((value) => (
                <Chip key={value} size="xs" value={value}>
                  {t(`classes.value.${value}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </Input.Wrapper>
        <Checkbox label={t('reminderRules.isVipOnly')} {...form.getInputProps('isVipOnly', { type: 'checkbox' })} />
        {isOfPurchase(kind) && (
          <Autocomplete
            label={t('reminderRules.group')}
            description={t('reminderRules.groupHint')}
            data={[...groups]}
            maxLength={40}
            {...form.getInputProps('group')}
          />
        )}
        <Textarea
          label={t('reminderRules.words')}
          description={t('reminderRules.wordsHint')}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={200}
          {...form.getInputProps('say')}
        />
        <RulePreview terms={terms.steps.length > 0 && isReadable ? terms : null} />
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            rule && {
              label: t(isOn ? 'reminderRules.turnOff' : 'reminderRules.turnOn'),
              run: () => call('reminderRules.turn', { ruleId: rule.id, isOn: !isOn }),
              told: t(isOn ? 'reminderRules.done.off' : 'reminderRules.done.on', { name: rule.name }),
              undo: () => call('reminderRules.turn', { ruleId: rule.id, isOn }),
            }
          }
          remove={
            rule && {
              run: () => call('reminderRules.remove', { ruleId: rule.id }),
              told: t('reminderRules.done.removed', { name: rule.name }),
              undo: () => call('reminderRules.save', { name: rule.name, isOn, ...termsOf(valuesOf(rule)) }),
            }
          }
        />
      </Stack>
    </SaveForm>
  );
};
