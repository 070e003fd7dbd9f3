import { Button, Group, Kbd, NumberInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { RewardOffer } from '../../../shared/contract/rewards.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { ProofDialog } from '../spendingPins/ProofDialog.tsx';
import { useSpendingProof } from '../spendingPins/useSpendingProof.ts';
import { MethodField, methodOf } from '../storedValue/MethodField.tsx';

const MOST_AT_ONCE = 99;

interface RedeemFormProps {
  readonly offer: RewardOffer;
  readonly balance: number;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** How many of a reward, how the money beside it was paid, and what is left of the points afterwards. */
export const RedeemForm = ({ offer, balance, customerId, name, onClose, onDone }: RedeemFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const spending = useSpendingProof();
  const redeem = useCommand('rewards.redeem', { quiet: true });
  const isPaid = offer.cashCents > 0;
  const form = useForm<{ quantity: number | ''; method: string | null }>({
    initialValues: { quantity: 1, method: null },
    validate: {
      quantity: (quantity) =>
        quantity === ''
          ? t('errors.issue.required')
          : quantity * offer.points > balance
            ? t('customers.points.notEnough', { balance })
            : null,
      method: (method) => (isPaid && methodOf(method) === null ? t('errors.issue.required') : null),
    },
  });
  const quantity = form.values.quantity === '' ? 0 : form.values.quantity;
  const after = balance - quantity * offer.points;
  const submit = form.onSubmit((values) =>
    spending.send(
      async (proof) => {
        const { redemptionId } = await redeem.mutateAsync({
          customerId,
          rewardId: offer.id,
          quantity,
          method: isPaid ? methodOf(values.method) : null,
          proof,
        });
        done({
          label: t('rewards.desk.done', { name, reward: offer.name, count: quantity, points: quantity * offer.points }),
          undo: () => call('rewards.undo', { redemptionId }),
        });
        onClose();
        onDone();
      },
      (error) => {
        tellFailure(form, error);
      },
    ),
  );
  return (
    <>
      <ProofDialog {...spending.dialog} customer={{ id: customerId, name }} isPending={redeem.isPending} />
      <SaveForm onSubmit={submit} onCancel={onClose}>
        <Stack gap="xs" py="xs">
          <Group grow align="flex-start">
            <NumberInput
              ref={first}
              label={t('rewards.desk.quantity')}
              min={1}
              max={MOST_AT_ONCE}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps('quantity')}
              onChange={(value) => {
                form.setFieldValue('quantity', typeof value === 'number' ? value : '');
              }}
            />
            {isPaid && (
              <MethodField
                label={t('rewards.desk.pays', { amount: money(cents(offer.cashCents * quantity)) })}
                input={form.getInputProps('method')}
              />
            )}
          </Group>
          <Group gap="xs">
            <Button type="submit" size="compact-md" loading={redeem.isPending} rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}>
              {t('rewards.desk.redeem')}
            </Button>
            <Button variant="default" size="compact-md" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Text
              size="sm"
              ml="auto"
              fw={700}
              role="status"
              c={after < 0 ? 'var(--regulars-danger-text)' : 'var(--mantine-color-jade-text)'}
            >
              {t('customers.points.after', { count: after })}
            </Text>
          </Group>
        </Stack>
      </SaveForm>
    </>
  );
};
