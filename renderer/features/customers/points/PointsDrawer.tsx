import { Button, Divider, Drawer, Group, Kbd, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { AppError } from '../../../../shared/errors.ts';
import { useErrorToast } from '../../../app/useErrorToast.tsx';
import { useUndo } from '../../../app/useUndo.tsx';
import { call } from '../../../ipc/client.ts';
import { formErrors } from '../../../ipc/formErrors.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import { RewardOffers } from '../../rewards/RewardOffers.tsx';
import type { Card } from '../form/customerValues.ts';
import { ProofDialog } from '../../spendingPins/ProofDialog.tsx';
import { useSpendingProof } from '../../spendingPins/useSpendingProof.ts';
import { parseWhole } from './parseWhole.ts';

export type PointsMode = 'redeem' | 'adjust';

interface PointsDrawerProps {
  readonly card: Card;
  /** Null is closed. */
  readonly mode: PointsMode | null;
  readonly onClose: () => void;
}

/** Uses points up, or corrects them; the balance before and after stands beside the figure. */
export const PointsDrawer = ({ card, mode, onClose }: PointsDrawerProps) => {
  const { t } = useTranslation();
  return (
    <Drawer
      position="right"
      size={400}
      opened={mode !== null}
      onClose={onClose}
      title={
        mode === 'adjust'
          ? t('customers.points.adjustTitle', { name: card.fields.name })
          : t('customers.points.redeemTitle', { name: card.fields.name })
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {mode !== null && <PointsForm card={card} mode={mode} onClose={onClose} />}
    </Drawer>
  );
};

const PointsForm = ({
  card,
  mode,
  onClose,
}: {
  readonly card: Card;
  readonly mode: PointsMode;
  readonly onClose: () => void;
}) => {
  const { t, i18n } = useTranslation();
  const { done } = useUndo();
  const showError = useErrorToast();
  const spending = useSpendingProof();
  const redeem = useCommand('loyalty.redeem', { quiet: true });
  const adjust = useCommand('loyalty.adjust', { quiet: true });
  const balance = card.summary.pointsBalance;
  const { name } = card.fields;
  const customerId = card.id;
  const figure = (value: number): string => value.toLocaleString(i18n.language);
  const isRedeem = mode === 'redeem';

  const form = useForm({
    initialValues: { amount: '', reason: '' },
    validate: {
      amount: (typed) => {
        const amount = parseWhole(typed);
        if (amount === null) return t('customers.points.whole');
        if (amount === 0) return t('errors.issue.points_zero');
        if (isRedeem && amount < 0) return t('errors.issue.too_small', { limit: 1 });
        return isRedeem && amount > balance ? t('customers.points.notEnough', { balance: figure(balance) }) : null;
      },
      reason: (typed) => (typed.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  const amount = parseWhole(form.values.amount);
  const after = amount === null ? null : isRedeem ? balance - amount : balance + amount;

  const save = form.onSubmit((values) => {
    const points = parseWhole(values.amount) ?? 0;
    const reason = values.reason.trim();
    return spending.send(
      async (proof) => {
        const { entryId } = await (isRedeem
          ? redeem.mutateAsync({ customerId, points, reason, proof })
          : adjust.mutateAsync({ customerId, points, reason }));
        done({
          label: isRedeem
            ? t('customers.done.redeemed', { name, count: points })
            : t('customers.done.adjusted', { name, change: points > 0 ? `+${points}` : String(points) }),
          undo: () => call('loyalty.reverse', { entryId, reason: t('customers.timeline.pointsReason') }),
        });
        onClose();
      },
      (error) => {
        const errors = formErrors(t, error);
        if (error instanceof AppError && error.code === 'not_enough_points')
          form.setFieldError(
            'amount',
            t('customers.points.notEnough', { balance: figure(Number(error.details['balance'] ?? balance)) }),
          );
        else if ('points' in errors) form.setFieldError('amount', errors['points']);
        else if ('reason' in errors) form.setFieldError('reason', errors['reason']);
        else showError(error);
      },
    );
  });

  return (
    <Stack gap="lg">
      <ProofDialog {...spending.dialog} customer={{ id: customerId, name }} isPending={redeem.isPending} />
      {isRedeem && card.removedAt === null && (
        <RewardOffers customerId={customerId} name={name} onDone={onClose}>
          <Divider mt="xs" color="var(--regulars-hairline)" />
          <Title order={3} size="sm">
            {t('rewards.desk.otherwise')}
          </Title>
        </RewardOffers>
      )}
      <SaveForm onSubmit={save}>
        <Stack gap="md">
          <TextInput
            data-autofocus
            size="md"
            inputMode="numeric"
            autoComplete="off"
            label={isRedeem ? t('customers.points.amount') : t('customers.points.change')}
            description={isRedeem ? undefined : t('customers.points.changeHint')}
            {...form.getInputProps('amount')}
          />
          <Group justify="space-between" role="status">
            <Text size="sm">{t('customers.points.balance', { count: balance })}</Text>
            {after !== null && (
              <Text size="sm" fw={700} c={after < 0 ? 'red' : 'jade'}>
                {t('customers.points.after', { count: after })}
              </Text>
            )}
          </Group>
          <TextInput
            maxLength={200}
            autoComplete="off"
            label={isRedeem ? t('customers.points.reason') : t('customers.points.adjustReason')}
            placeholder={isRedeem ? t('customers.points.reasonHint') : t('customers.points.adjustReasonHint')}
            {...form.getInputProps('reason')}
          />
          <Button type="submit" loading={redeem.isPending || adjust.isPending} rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}>
            {isRedeem ? t('customers.points.redeem') : t('customers.points.adjust')}
          </Button>
        </Stack>
      </SaveForm>
    </Stack>
  );
};
