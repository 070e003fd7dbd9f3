import { Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { MembershipTermTold } from '../../../shared/contract/memberships.ts';
import { termFrom } from '../../../shared/domain/loyalty/memberships.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { LocalDate } from '../../../shared/types/time.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { MethodField, methodOf } from '../storedValue/MethodField.tsx';
import { usePlanWords } from './usePlanWords.ts';

interface SellFormProps {
  readonly card: Card;
  readonly terms: readonly MembershipTermTold[];
  readonly onClose: () => void;
}
interface SellValues {
  readonly planId: string;
  /** As typed; empty is the price. */
  readonly amount: string;
  readonly method: string | null;
}

/** Until when somebody has bought a plan by now; null for never. */
const boughtUntil = (terms: readonly MembershipTermTold[], planId: string): LocalDate | null =>
  terms
    .filter((term) => term.planId === planId && term.state !== 'taken_back')
    .reduce<LocalDate | null>((last, { untilOn }) => (last === null || untilOn > last ? untilOn : last), null);

/** Sells a paid membership: from when to when, for how much and what it gives stand here before it is done. */
export const SellForm = ({ card, terms, onClose }: SellFormProps) => {
  const { t } = useTranslation();
  const { data } = useOperation('memberships.plans', {});
  const plans = data?.plans ?? [];
  if (plans.length === 0) return <Text size="sm">{data === undefined ? '' : t('memberships.plans.empty.title')}</Text>;
  // Whoever is a member renews what they have.
  const known = terms.find(({ planId, state }) => state !== 'taken_back' && plans.some(({ id }) => id === planId))?.planId;
  return <Form card={card} terms={terms} plans={plans} planId={known ?? plans[0]?.id ?? ''} onClose={onClose} />;
};

interface FormProps extends SellFormProps {
  readonly plans: NonNullable<ReturnType<typeof useOperation<'memberships.plans'>>['data']>['plans'];
  readonly planId: string;
}

const Form = ({ card, terms, plans, planId, onClose }: FormProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const words = usePlanWords();
  const { today } = useShop();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const sell = useCommand('memberships.sell', { quiet: true });
  const form = useForm<SellValues>({
    initialValues: { planId, amount: '', method: null },
    validate: {
      amount: (text) => (text.trim() === '' || (parseMoney(text) ?? -1) >= 0 ? null : t('errors.issue.invalid')),
      method: (method) => (methodOf(method) === null ? t('errors.issue.required') : null),
    },
  });
  const plan = plans.find(({ id }) => id === form.values.planId);
  const term = plan && termFrom(today, plan.months, boughtUntil(terms, plan.id));
  const submit = form.onSubmit(async ({ amount, method: chosen }) => {
    const method = methodOf(chosen);
    if (method === null || plan === undefined) return;
    const paidCents = amount.trim() === '' ? plan.priceCents : (parseMoney(amount) ?? cents(0));
    try {
      const { termId, untilOn: until } = await sell.mutateAsync({ customerId: card.id, planId: plan.id, paidCents, method });
      done({
        label: t('memberships.done.sold', { name: card.fields.name, plan: plan.name, until }),
        undo: () => call('memberships.takeBack', { termId }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="md">
        <Select
          ref={first}
          label={t('memberships.card.which')}
          allowDeselect={false}
          data={plans.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('planId')}
        />
        {plan !== undefined && term !== undefined && (
          <Stack gap={2} role="status">
            <Text size="sm" fw={700} c="var(--regulars-advice-text)">
              {t('memberships.card.runs', { from: term.fromOn, until: term.untilOn })}
            </Text>
            <Text size="sm" c="dimmed">
              {words.gives(plan)}
            </Text>
          </Stack>
        )}
        <TextInput
          label={t('memberships.card.amount')}
          {...(!may('loyalty.adjust') && { description: t('memberships.card.amountFixed') })}
          disabled={!may('loyalty.adjust')}
          placeholder={moneyInputText(plan?.priceCents ?? cents(0))}
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          {...form.getInputProps('amount')}
        />
        <MethodField label={t('memberships.card.method')} input={form.getInputProps('method')} />
        <FormButtons words={t('memberships.card.save')} isPending={sell.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
