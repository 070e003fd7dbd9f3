import { Button, Group, Kbd, Modal, PasswordInput, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../shared/contract.ts';
import { useAskAgain } from '../../components/useAskAgain.ts';
import { SaveForm } from '../../components/SaveForm.tsx';
import { errorText } from '../../ipc/errorText.ts';
import { useOperation } from '../../ipc/useOperation.ts';

export type Approval = NonNullable<CallInput<'coupons.issue'>['approval']>;

const LONGEST_PIN = 8;
/** What is beyond the discretion of whoever is at the desk (R177). */
const beyond: readonly unknown[] = [
  'grant_without_limit',
  'grant_too_large',
  'grant_month_full',
  'gift_without_cost',
  'gift_too_large',
  'gift_month_full',
];

/** The way on where something is beyond what staff may give alone: somebody who may approves. `dialog` is what `ApprovalDialog` takes. */
export const useApproval = () => {
  const { t } = useTranslation();
  return useAskAgain<string, Approval>({
    neededOf: (error) => (error.code === 'conflict' && beyond.includes(error.details['reason']) ? errorText(t, error) : null),
    isOfAnswer: ({ code, details }) => code === 'pin_wrong' || code === 'pin_wait' || details['reason'] === 'approver_may_not',
  });
};

type Dialog = ReturnType<typeof useApproval>['dialog'];
interface ApprovalDialogProps extends Dialog {
  readonly isPending: boolean;
}

/** Somebody who may lets it pass with their own PIN, without taking the desk over (R177). */
export const ApprovalDialog = (props: ApprovalDialogProps) => {
  const { t } = useTranslation();
  const { needed, onBack } = props;
  return (
    <Modal opened={needed !== null} onClose={onBack} title={t('coupons.approval.title')} withCloseButton={false}>
      {needed !== null && <ApprovalForm {...props} />}
    </Modal>
  );
};

const ApprovalForm = ({ needed, problem, isPending, onAnswer, onBack }: ApprovalDialogProps) => {
  const { t } = useTranslation();
  const people = useOperation('coupons.approvers', {}).data?.people;
  const [chosen, setChosen] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const staffId = chosen ?? people?.[0]?.staffId ?? null;
  const isReady = staffId !== null && pin !== '' && !isPending;
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        onAnswer({ staffId, pin });
        // A wrong one is typed anew, not mended.
        setPin('');
      }}
    >
      <Stack>
        <Text size="sm">{needed}</Text>
        {people?.length === 0 ? (
          <Text size="sm">{t('coupons.approval.nobody')}</Text>
        ) : (
          <>
            <Select
              label={t('coupons.approval.who')}
              allowDeselect={false}
              data={people?.map((one) => ({ value: one.staffId, label: one.name })) ?? []}
              value={staffId}
              onChange={setChosen}
            />
            <PasswordInput
              data-autofocus
              label={t('coupons.approval.pin')}
              inputMode="numeric"
              autoComplete="off"
              maxLength={LONGEST_PIN}
              value={pin}
              error={problem ?? undefined}
              visibilityToggleButtonProps={{ 'aria-label': t('staff.lock.showPin') }}
              onChange={(event) => {
                setPin(event.currentTarget.value.replaceAll(/\D/g, ''));
              }}
            />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            {t('safety.confirm.back')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={isPending} rightSection={<Kbd size="xs">⏎</Kbd>}>
            {t('coupons.approval.goOn')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
