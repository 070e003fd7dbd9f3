import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Coupon } from '../../../shared/contract/coupons.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { OtherPersonStep } from '../../components/OtherPersonStep.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import type { SearchHit } from '../../components/useCustomerSearch.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';

interface TransferCouponFormProps {
  readonly coupon: Coupon;
  readonly ownerId: string;
  readonly onClose: () => void;
}

/** Gives a coupon to somebody else, with why (X54). */
export const TransferCouponForm = ({ coupon, ownerId, onClose }: TransferCouponFormProps) => {
  const { t } = useTranslation();
  const [to, setTo] = useState<SearchHit | null>(null);
  return to === null ? (
    <OtherPersonStep
      ownerId={ownerId}
      question={t('coupons.card.transferTo', { coupon: coupon.name })}
      label={t('storedValue.transfer.who')}
      selfFault={t('errors.issue.transfer_to_self')}
      onPick={setTo}
      onCancel={onClose}
    />
  ) : (
    <ReasonForm coupon={coupon} to={to} onClose={onClose} />
  );
};

const ReasonForm = ({ coupon, to, onClose }: Omit<TransferCouponFormProps, 'ownerId'> & { readonly to: SearchHit }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const transfer = useCommand('coupons.transfer', { quiet: true });
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null) },
  });
  const submit = form.onSubmit(async ({ reason }) => {
    try {
      const { couponId } = await transfer.mutateAsync({ couponId: coupon.id, toCustomerId: to.id, reason });
      done({
        label: t('coupons.card.done.transferred', { coupon: coupon.name, other: to.name }),
        undo: () => call('coupons.takeBack', { couponIds: [couponId] }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="xs">
        <Text size="sm">{t('coupons.card.transferExplain', { other: to.name })}</Text>
        <TextInput
          ref={first}
          label={t('coupons.card.transferReason')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('reason')}
        />
        <FormButtons words={t('storedValue.transfer.save')} isPending={transfer.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
