import { Checkbox, SegmentedControl, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import type { StoredValueRule } from '../../../shared/contract/storedValue.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { MOST_GIFT_MONTHS } from '../../../shared/domain/storedValue/giftParts.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { parseWhole } from '../customers/points/parseWhole.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';

type Gift = CallInput<'storedValue.saveRule'>['gift'];
interface RuleValues {
  readonly name: string;
  readonly from: string;
  readonly kind: Gift['kind'];
  readonly amount: string;
  readonly percent: string;
  readonly isRepeated: boolean;
  readonly months: string;
}

const valuesOf = (rule: StoredValueRule | null): RuleValues => ({
  name: rule?.name ?? '',
  from: rule === null ? '' : moneyInputText(rule.fromCents),
  kind: rule?.gift.kind ?? 'amount',
  amount: rule?.gift.kind === 'amount' ? moneyInputText(rule.gift.cents) : '',
  percent: rule?.gift.kind === 'percent' ? moneyInputText(cents(rule.gift.basisPoints)) : '',
  isRepeated: rule?.gift.kind === 'amount' && rule.gift.isRepeated,
  months: String(rule?.months ?? 1),
});

/** Hundredths of a percent read as hundredths of money do: two decimals, no float. */
const giftOf = ({ kind, amount, percent, isRepeated }: RuleValues): Gift =>
  kind === 'percent'
    ? { kind, basisPoints: parseMoney(percent.replace(/%$/, '')) ?? 0 }
    : { kind, cents: parseMoney(amount) ?? 0, isRepeated };

const monthsOf = (text: string): number | null => {
  const months = parseWhole(text);
  return months === null || months < 1 || months > MOST_GIFT_MONTHS ? null : months;
};

const WHOLE = 10_000;

interface TopUpRuleFormProps {
  /** Null makes a new one. */
  readonly rule: StoredValueRule | null;
  readonly onClose: () => void;
}

/** From how much on which gift is given; putting the rule away. */
export const TopUpRuleForm = ({ rule, onClose }: TopUpRuleFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('storedValue.saveRule', { quiet: true });
  const isAmount = (text: string): boolean => (parseMoney(text) ?? 0) > 0;
  const form = useForm<RuleValues>({
    initialValues: valuesOf(rule),
    validate: {
      name: (name) => (name.trim() === '' ? t('errors.issue.required') : null),
      from: (text) => (isAmount(text) ? null : t('errors.issue.amount_zero')),
      amount: (text, { kind }) => (kind === 'percent' || isAmount(text) ? null : t('errors.issue.amount_zero')),
      months: (text) => (monthsOf(text) === null ? t('storedValue.rules.monthsFault', { most: MOST_GIFT_MONTHS }) : null),
      percent: (_text, values) => {
        const gift = giftOf(values);
        return gift.kind === 'amount' || (gift.basisPoints > 0 && gift.basisPoints <= WHOLE)
          ? null
          : t('storedValue.rules.percentFault');
      },
    },
  });
  const submit = form.onSubmit(async (values) => {
    try {
      const { ruleId, before } = await save.mutateAsync({
        ruleId: rule?.id ?? null,
        name: values.name,
        fromCents: parseMoney(values.from) ?? 0,
        gift: giftOf(values),
        months: monthsOf(values.months) ?? 1,
      });
      form.resetDirty();
      done({
        label: t(before === null ? 'storedValue.rules.done.created' : 'storedValue.rules.done.changed', {
          name: values.name.trim(),
        }),
        undo: async () => {
          if (before === null) await call('storedValue.removeRule', { ruleId });
          else await call('storedValue.saveRule', { ruleId, ...before });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const { kind } = form.values;
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{rule === null ? t('storedValue.rules.new') : rule.name}</Title>
        <TextInput
          ref={first}
          label={t('storedValue.rules.name')}
          placeholder={t('storedValue.rules.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('storedValue.rules.from')}
          inputMode="decimal"
          maxLength={20}
          autoComplete="off"
          {...form.getInputProps('from')}
        />
        <SegmentedControl
          aria-label={t('storedValue.rules.kind')}
          data={[
            { value: 'amount', label: t('storedValue.rules.kinds.amount') },
            { value: 'percent', label: t('storedValue.rules.kinds.percent') },
          ]}
          {...form.getInputProps('kind')}
        />
        {kind === 'percent' ? (
          <TextInput
            key="percent"
            label={t('storedValue.rules.percent')}
            inputMode="decimal"
            maxLength={8}
            autoComplete="off"
            rightSection="%"
            {...form.getInputProps('percent')}
          />
        ) : (
          <>
            <TextInput
              key="amount"
              label={t('storedValue.rules.amount')}
              inputMode="decimal"
              maxLength={20}
              autoComplete="off"
              {...form.getInputProps('amount')}
            />
            <Checkbox label={t('storedValue.rules.repeated')} {...form.getInputProps('isRepeated', { type: 'checkbox' })} />
          </>
        )}
        <TextInput
          label={t('storedValue.rules.months')}
          description={t('storedValue.rules.monthsHint')}
          inputMode="numeric"
          maxLength={2}
          autoComplete="off"
          {...form.getInputProps('months')}
        />
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            rule && {
              label: t(rule.isArchived ? 'storedValue.rules.use' : 'storedValue.rules.archive'),
              run: () => call('storedValue.archiveRule', { ruleId: rule.id, isArchived: !rule.isArchived }),
              told: t(rule.isArchived ? 'storedValue.rules.done.used' : 'storedValue.rules.done.archived', { name: rule.name }),
              undo: () => call('storedValue.archiveRule', { ruleId: rule.id, isArchived: rule.isArchived }),
            }
          }
          remove={
            rule && {
              run: () => call('storedValue.removeRule', { ruleId: rule.id }),
              told: t('storedValue.rules.done.removed', { name: rule.name }),
              undo: () => {
                const { name, fromCents, gift, months } = rule;
                return call('storedValue.saveRule', { name, fromCents, gift, months });
              },
            }
          }
        />
      </Stack>
    </SaveForm>
  );
};
