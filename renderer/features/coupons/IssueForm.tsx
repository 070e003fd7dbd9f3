import { Anchor, Button, Group, Kbd, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { ApprovalDialog, useApproval } from './Approval.tsx';
import { useCouponWords } from './useCouponWords.ts';

interface IssueFormProps {
  readonly card: Card;
  readonly onClose: () => void;
}

/** Issues a coupon by hand, for a reason that stays with it. */
export const IssueForm = ({ card, onClose }: IssueFormProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const may = useMay();
  const words = useCouponWords();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const approval = useApproval();
  const issue = useCommand('coupons.issue', { quiet: true });
  const money = useMoney();
  const quota = useOperation('coupons.discretion', {}).data;
  const types = useOperation('coupons.types', {}).data?.types;
  const form = useForm<{ typeId: string; reason: string }>({
    initialValues: { typeId: '', reason: '' },
    validate: {
      typeId: (typeId) => (typeId === '' ? t('errors.issue.required') : null),
      reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  const chosen = types?.find(({ id }) => id === form.values.typeId);
  const submit = form.onSubmit(({ typeId, reason }) =>
    approval.send(
      async (given) => {
        const { couponId, number } = await issue.mutateAsync({ customerId: card.id, typeId, reason, approval: given });
        done({
          label: t('coupons.card.done.issued', { name: card.fields.name, coupon: chosen?.name ?? '', number }),
          undo: () => call('coupons.takeBack', { couponIds: [couponId] }),
        });
        onClose();
      },
      (error) => {
        tellFailure(form, error);
      },
    ),
  );
  return (
    <>
      <ApprovalDialog {...approval.dialog} isPending={issue.isPending} />
      <SaveForm onSubmit={submit} onCancel={onClose}>
        <Stack gap="sm">
          <Select
            ref={first}
            label={t('coupons.card.type')}
            searchable
            nothingFoundMessage={t('coupons.card.noTypes')}
            data={types?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            value={form.values.typeId === '' ? null : form.values.typeId}
            error={form.errors['typeId']}
            onChange={(value) => {
              form.setFieldValue('typeId', value ?? '');
            }}
          />
          {chosen !== undefined && (
            <Text size="sm" c="dimmed">
              {words.terms(chosen.terms)}
            </Text>
          )}
          {quota?.isLimited === true && (
            <Text size="sm" c="dimmed">
              {t('coupons.card.mayGrant', { most: money(quota.mostCents), left: money(quota.leftCents) })}
            </Text>
          )}
          <TextInput
            label={t('coupons.card.reason')}
            placeholder={t('coupons.card.reasonHint')}
            maxLength={200}
            autoComplete="off"
            {...form.getInputProps('reason')}
          />
          <Group gap="xs">
            <Button type="submit" loading={issue.isPending} rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}>
              {t('coupons.card.doIssue')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            {may('settings.write') && (
              <Anchor size="sm" ml="auto" renderRoot={(props) => <Link to="/loyalty/coupons" {...props} />}>
                {t('coupons.card.define')}
              </Anchor>
            )}
          </Group>
        </Stack>
      </SaveForm>
    </>
  );
};
