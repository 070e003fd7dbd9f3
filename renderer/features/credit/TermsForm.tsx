import { Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { CreditFormProps } from './formParts.ts';

const LONGEST = 3650;
const daysOf = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) ? Number(text.trim()) : null);

/** How much this customer may owe and for how long; an empty field takes what the shop gives everyone. */
export const TermsForm = ({ owner, account, onClose, onDone }: CreditFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { settings } = useShop();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const setTerms = useCommand('credit.setTerms', { quiet: true });
  const { own } = account;
  const form = useForm({
    initialValues: {
      limitCents: own.limitCents === null ? '' : moneyInputText(own.limitCents),
      termDays: own.termDays === null ? '' : String(own.termDays),
    },
    validate: {
      limitCents: (text) => (text.trim() !== '' && parseMoney(text) === null ? t('credit.terms.limitFault') : null),
      termDays: (text) =>
        text.trim() !== '' && (daysOf(text) ?? LONGEST + 1) > LONGEST ? t('credit.terms.daysFault', { most: LONGEST }) : null,
    },
  });
  const submit = form.onSubmit(async ({ limitCents, termDays }) => {
    try {
      const { before } = await setTerms.mutateAsync({
        customerId: owner.id,
        limitCents: limitCents.trim() === '' ? null : parseMoney(limitCents),
        termDays: daysOf(termDays),
      });
      done({
        label: t('credit.terms.done', { name: owner.name }),
        undo: () => call('credit.setTerms', { customerId: owner.id, ...before }),
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
          {t('credit.terms.about')}
        </Text>
        <TextInput
          ref={first}
          size="md"
          label={t('credit.terms.limit')}
          placeholder={money(settings.creditLimitCents)}
          inputMode="decimal"
          autoComplete="off"
          maxLength={20}
          {...form.getInputProps('limitCents')}
        />
        <TextInput
          label={t('credit.terms.days')}
          placeholder={String(settings.creditTermDays)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          {...form.getInputProps('termDays')}
        />
        <FormButtons words={t('common.save')} isPending={setTerms.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
