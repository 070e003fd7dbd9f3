import { Select, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { CouponType } from '../../../shared/contract/couponTypes.ts';
import { couponOccasions } from '../../../shared/domain/coupons/terms.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { LeaveGuard } from '../../components/LeaveGuard.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { DefinitionButtons } from '../settings/DefinitionButtons.tsx';
import { TermsFields } from './TermsFields.tsx';
import { blankTerms, termsErrors, termsInput, termsValuesOf } from './termsValues.ts';

interface CouponTypeFormProps {
  /** Null makes a new one. */
  readonly type: CouponType | null;
  readonly onClose: () => void;
}

/** What a coupon is called, what it gives and on which terms, and when it is issued by itself (R084). */
export const CouponTypeForm = ({ type, onClose }: CouponTypeFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('coupons.saveType', { quiet: true });
  const form = useForm({
    initialValues: {
      name: type?.name ?? '',
      occasion: type?.occasion ?? 'none',
      ...(type === null ? blankTerms : termsValuesOf(type.terms)),
    },
    validate: (values) => ({
      ...(values.name.trim() === '' ? { name: t('errors.issue.required') } : {}),
      ...termsErrors(t, values),
    }),
  });
  const submit = form.onSubmit(async (values) => {
    const { name, occasion } = values;
    try {
      const { typeId, before } = await save.mutateAsync({ typeId: type?.id ?? null, name, occasion, terms: termsInput(values) });
      form.resetDirty();
      done({
        label: t(before === null ? 'coupons.types.done.created' : 'coupons.types.done.changed', { name: name.trim() }),
        undo: async () => {
          if (before === null) await call('coupons.removeType', { typeId });
          else await call('coupons.saveType', { typeId, ...before });
        },
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
        <Title order={2}>{type === null ? t('coupons.types.new') : type.name}</Title>
        <TextInput
          ref={first}
          label={t('coupons.types.name')}
          placeholder={t('coupons.types.nameHint')}
          maxLength={40}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <TermsFields
          values={form.values}
          errors={form.errors}
          onChange={(changes) => {
            form.setValues(changes);
          }}
        />
        <Select
          label={t('coupons.types.occasion')}
          allowDeselect={false}
          data={couponOccasions.map((occasion) => ({ value: occasion, label: t(`coupons.types.occasions.${occasion}`) }))}
          value={form.values.occasion}
          onChange={(value) => {
            form.setFieldValue('occasion', couponOccasions.find((one) => one === value) ?? 'none');
          }}
        />
        <DefinitionButtons
          isSaving={save.isPending}
          onClose={onClose}
          putAway={
            type && {
              label: t(type.isArchived ? 'coupons.types.use' : 'coupons.types.archive'),
              run: () => call('coupons.archiveType', { typeId: type.id, isArchived: !type.isArchived }),
              told: t(type.isArchived ? 'coupons.types.done.used' : 'coupons.types.done.archived', { name: type.name }),
              undo: () => call('coupons.archiveType', { typeId: type.id, isArchived: type.isArchived }),
            }
          }
          remove={
            type !== null && type.isOwn
              ? {
                  run: () => call('coupons.removeType', { typeId: type.id }),
                  told: t('coupons.types.done.removed', { name: type.name }),
                  undo: () => call('coupons.saveType', { name: type.name, occasion: type.occasion, terms: type.terms }),
                }
              : null
          }
        />
      </Stack>
    </SaveForm>
  );
};
