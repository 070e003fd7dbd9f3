import { Group, NumberInput, Stack, TextInput, Title } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { DiscountCode } from '../../../shared/contract/couponTypes.ts';
import { couponText, isDiscountCode } from '../../../shared/domain/coupons/numbers.ts';
import { isLocalDate } from '../../../shared/types/time.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';
import { TermsFields } from './TermsFields.tsx';
import { blankTerms, termsErrors, termsInput, termsValuesOf, type TermsValues } from './termsValues.ts';

interface DiscountCodeFormProps {
  /** Null makes a new one. */
  readonly code: DiscountCode | null;
  readonly onClose: () => void;
}

/** What stands in the fields; an empty number has no limit. */
interface CodeValues extends TermsValues {
  readonly code: string;
  readonly note: string;
  readonly totalUses: number | '';
  readonly usesPerPerson: number | '';
  readonly fromOn: string | null;
  readonly untilOn: string | null;
}

const dateOf = (value: string | null) => (value !== null && isLocalDate(value) ? value : null);
const inputOf = ({ code, note, terms, totalUses, usesPerPerson, fromOn, untilOn }: DiscountCode) => ({
  code,
  note,
  terms,
  totalUses,
  usesPerPerson,
  fromOn,
  untilOn,
});

/** A code, what it gives, how often it may be used and when (R081). */
export const DiscountCodeForm = ({ code, onClose }: DiscountCodeFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('coupons.saveCode', { quiet: true });
  const form = useForm<CodeValues>({
    initialValues: {
      code: code?.code ?? '',
      note: code?.note ?? '',
      totalUses: code?.totalUses ?? '',
      usesPerPerson: code?.usesPerPerson ?? '',
      fromOn: code?.fromOn ?? null,
      untilOn: code?.untilOn ?? null,
      ...(code === null ? { ...blankTerms, validDays: '' } : termsValuesOf(code.terms)),
    },
    validate: (values) => ({
      ...(isDiscountCode(couponText(values.code)) ? {} : { code: t('errors.issue.discount_code_form') }),
      ...termsErrors(t, values),
    }),
  });
  const submit = form.onSubmit(async (values) => {
    try {
      const { codeId, before } = await save.mutateAsync({
        codeId: code?.id ?? null,
        code: values.code,
        note: values.note,
        terms: { ...termsInput(values), uses: 1, validDays: null, validUntil: null },
        totalUses: values.totalUses === '' ? null : values.totalUses,
        usesPerPerson: values.usesPerPerson === '' ? null : values.usesPerPerson,
        fromOn: dateOf(values.fromOn),
        untilOn: dateOf(values.untilOn),
      });
      form.resetDirty();
      done({
        label: t(before === null ? 'coupons.codes.done.created' : 'coupons.codes.done.changed', {
          name: couponText(values.code),
        }),
        undo: async () => {
          if (before === null) await call('coupons.removeCode', { codeId });
          else await call('coupons.saveCode', { codeId, ...before });
        },
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const count = (field: 'totalUses' | 'usesPerPerson', max: number) => (
    <NumberInput
      label={t(`coupons.codes.${field}`)}
      placeholder={t('coupons.codes.unlimited')}
      min={1}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      {...form.getInputProps(field)}
      onChange={(value) => {
        form.setFieldValue(field, typeof value === 'number' ? value : '');
      }}
    />
  );
  const day = (field: 'fromOn' | 'untilOn') => (
    <DateInput label={t(`coupons.codes.${field}`)} valueFormat="YYYY-MM-DD" clearable {...form.getInputProps(field)} />
  );
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <LeaveGuard isDirty={() => form.isDirty()} />
      <Stack gap="sm">
        <Title order={2}>{code === null ? t('coupons.codes.new') : code.code}</Title>
        <Group grow align="flex-start">
          <TextInput
            ref={first}
            label={t('coupons.codes.code')}
            placeholder={t('coupons.codes.codeHint')}
            maxLength={20}
            autoComplete="off"
            {...form.getInputProps('code')}
          />
          <TextInput label={t('coupons.codes.note')} maxLength={100} autoComplete="off" {...form.getInputProps('note')} />
        </Group>
        <Group grow align="flex-start">
          {count('totalUses', 1_000_000)}
          {count('usesPerPerson', 1000)}
        </Group>
        <Group grow align="flex-start">
          {day('fromOn')}
          {day('untilOn')}
        </Group>
        <TermsFields
          isCode
          values={form.values}
          errors={form.errors}
          onChange={(changes) => {
            form.setValues(changes);
          }}
        />
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            code && {
              label: t(code.isArchived ? 'coupons.types.use' : 'coupons.types.archive'),
              run: () => call('coupons.archiveCode', { codeId: code.id, isArchived: !code.isArchived }),
              told: t(code.isArchived ? 'coupons.codes.done.used' : 'coupons.codes.done.archived', { name: code.code }),
              undo: () => call('coupons.archiveCode', { codeId: code.id, isArchived: code.isArchived }),
            }
          }
          remove={
            code !== null && code.used === 0
              ? {
                  run: () => call('coupons.removeCode', { codeId: code.id }),
                  told: t('coupons.codes.done.removed', { name: code.code }),
                  undo: () => call('coupons.saveCode', inputOf(code)),
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};
