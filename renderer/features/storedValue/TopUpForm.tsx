import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { bestGift } from '../../../shared/domain/storedValue/gifts.ts';
import { giftParts } from '../../../shared/domain/storedValue/giftParts.ts';
import { purseTotal, type Purse } from '../../../shared/domain/storedValue/purse.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { MethodField, methodOf } from './MethodField.tsx';
import type { PurseOwner } from './StoredValueDrawer.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';

interface TopUpFormProps {
  readonly owner: PurseOwner;
  readonly balance: Purse;
  /** Back to the account. */
  readonly onClose: () => void;
  /** It is written down. */
  readonly onDone: () => void;
}

interface TopUpValues {
  readonly amount: string;
  /** As typed; empty follows the rules. */
  readonly gift: string;
  readonly method: string | null;
  readonly note: string;
}

/** Money paid in; the gift that the rules give stands beside it before it is saved. */
export const TopUpForm = ({ owner, balance, onClose, onDone }: TopUpFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const may = useMay();
  const { today } = useShop();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const topUp = useCommand('storedValue.topUp', { quiet: true });
  const rules = useOperation('storedValue.rules', {}).data?.rules ?? [];
  const mayChange = may('loyalty.adjust');
  const form = useForm<TopUpValues>({
    initialValues: { amount: '', gift: '', method: null, note: '' },
    validate: {
      amount: (text) => ((parseMoney(text) ?? 0) > 0 ? null : t('errors.issue.amount_zero')),
      gift: (text) => (text.trim() === '' || parseMoney(text) !== null ? null : t('errors.issue.invalid')),
      method: (method) => (methodOf(method) === null ? t('errors.issue.required') : null),
    },
  });
  const principalCents = parseMoney(form.values.amount) ?? cents(0);
  const proposed = bestGift(rules, principalCents);
  const given = (text: string) => (text.trim() === '' ? (proposed?.giftCents ?? cents(0)) : (parseMoney(text) ?? cents(0)));
  const giftCents = given(form.values.gift);
  // What somebody chose comes at once; what a rule gives, as the rule says.
  const months = giftCents === proposed?.giftCents ? proposed.rule.months : 1;
  const [firstCents, later] = giftParts(giftCents, months, today);
  const last = later.at(-1);
  const submit = form.onSubmit(async (values) => {
    const method = methodOf(values.method);
    if (method === null) return;
    try {
      const { entryId } = await topUp.mutateAsync({ customerId: owner.id, principalCents, giftCents, method, note: values.note });
      const words = { name: owner.name, amount: money(principalCents), gift: money(giftCents) };
      done({
        label: giftCents > 0 ? t('storedValue.topUp.done', words) : t('storedValue.topUp.doneWithoutGift', words),
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
        <TextInput
          ref={first}
          size="md"
          label={t('storedValue.topUp.amount')}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          {...form.getInputProps('amount')}
        />
        <TextInput
          label={t('storedValue.topUp.gift')}
          description={
            proposed !== null
              ? t('storedValue.topUp.giftBy', { rule: proposed.rule.name })
              : mayChange
                ? t('storedValue.topUp.giftNone')
                : t('storedValue.topUp.giftFixed')
          }
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          disabled={!mayChange}
          placeholder={moneyInputText(proposed?.giftCents ?? cents(0))}
          {...form.getInputProps('gift')}
        />
        {last !== undefined && (
          <Text size="sm" role="status">
            {t('storedValue.topUp.inParts', {
              months,
              first: money(firstCents),
              each: money(last.cents),
              last: last.dueOn,
            })}
          </Text>
        )}
        <MethodField label={t('storedValue.topUp.method')} input={form.getInputProps('method')} />
        <TextInput label={t('storedValue.topUp.note')} maxLength={200} autoComplete="off" {...form.getInputProps('note')} />
        <Group justify="space-between" role="status">
          <Text size="sm" c="dimmed">
            {t('storedValue.has')} <MoneyText amount={purseTotal(balance)} keepZeros />
          </Text>
          {principalCents > 0 && (
            <Text size="sm" fw={700} c="var(--regulars-advice-text)">
              {t('storedValue.topUp.after', { total: money(cents(purseTotal(balance) + principalCents + firstCents), true) })}
            </Text>
          )}
        </Group>
        <FormButtons words={t('storedValue.topUp.save')} isPending={topUp.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
