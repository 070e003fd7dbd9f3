import { Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { parseMoney } from '../../../shared/domain/money.ts';
import { covers, negated, purse, purseTotal, type Purse } from '../../../shared/domain/storedValue/purse.ts';
import { cents, type Cents } from '../../../shared/types/amounts.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { PurseFields, noPurseValues, type PurseValues } from './PurseFields.tsx';
import type { PurseOwner } from './StoredValueDrawer.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';

interface ChangeFormProps {
  readonly owner: PurseOwner;
  readonly balance: Purse;
  readonly mode: 'void' | 'adjust';
  /** Back to the account. */
  readonly onClose: () => void;
  /** It is written down. */
  readonly onDone: () => void;
}

/** An amount with its sign; empty is nothing. Null where it is no amount. */
const signedAmount = (text: string): Cents | null => {
  const typed = text.trim();
  if (typed === '') return cents(0);
  const amount = parseMoney(typed.replace(/^[-−–+]/, ''));
  return amount === null ? null : cents(/^[-−–]/.test(typed) ? 0 - amount : amount);
};

/** Ends value without paying it out, or corrects a balance; principal and gift apart, for a reason. */
export const ChangeForm = ({ owner, balance, mode, onClose, onDone }: ChangeFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const end = useCommand('storedValue.void', { quiet: true });
  const adjust = useCommand('storedValue.adjust', { quiet: true });
  const isVoid = mode === 'void';
  const amountFault = (text: string, most: Cents): string | null => {
    const amount = signedAmount(text);
    if (isVoid)
      return amount === null || amount < 0 || amount > most ? t('storedValue.change.fault', { amount: money(most) }) : null;
    if (amount === null) return t('storedValue.change.amountFault');
    return amount + most < 0 ? t('storedValue.change.fault', { amount: money(most) }) : null;
  };
  const form = useForm<PurseValues>({
    initialValues: noPurseValues,
    validate: {
      principalCents: (text, values) =>
        amountFault(text, balance.principalCents) ??
        ((signedAmount(text) ?? 0) === 0 && (signedAmount(values.giftCents) ?? 0) === 0 ? t('storedValue.change.nothing') : null),
      giftCents: (text) => amountFault(text, balance.giftCents),
      reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  const change = purse(signedAmount(form.values.principalCents) ?? 0, signedAmount(form.values.giftCents) ?? 0);
  const applied = isVoid ? negated(change) : change;
  const submit = form.onSubmit(async ({ reason }) => {
    try {
      const { entryId } = await (isVoid ? end : adjust).mutateAsync({ customerId: owner.id, ...change, reason });
      const words = { name: owner.name, amount: money(purseTotal(change)) };
      done({
        label: isVoid ? t('storedValue.change.voided', words) : t('storedValue.change.adjusted', words),
        undo: () => call('storedValue.reverse', { entryId, reason: t('storedValue.takenBackReason') }),
      });
      onDone();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t(isVoid ? 'storedValue.change.voidText' : 'storedValue.change.adjustText')}
        </Text>
        <PurseFields form={form} balance={balance} />
        {covers(balance, applied) && purseTotal(change) !== 0 && (
          <Text size="sm" fw={700} role="status" c="var(--regulars-advice-text)">
            {t('storedValue.refund.after')} {money(cents(purseTotal(balance) + purseTotal(applied)), true)}
          </Text>
        )}
        <FormButtons
          words={t(isVoid ? 'storedValue.change.saveVoid' : 'storedValue.change.saveAdjust')}
          isPending={end.isPending || adjust.isPending}
          onClose={onClose}
        />
      </Stack>
    </SaveForm>
  );
};
