import { NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountCard } from '../../../shared/contract/countCards.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { OtherPersonStep } from '../../components/OtherPersonStep.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import type { SearchHit } from '../../components/useCustomerSearch.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { ProofDialog } from '../spendingPins/ProofDialog.tsx';
import { useSpendingProof } from '../spendingPins/useSpendingProof.ts';

interface TransferCardFormProps {
  readonly card: CountCard;
  /** Whose the card is, in words. */
  readonly ownerName: string;
  readonly onClose: () => void;
}

/** Gives uses of a card, or all of a time card, to somebody else, with why (X54). */
export const TransferCardForm = ({ card, ownerName, onClose }: TransferCardFormProps) => {
  const { t } = useTranslation();
  const [to, setTo] = useState<SearchHit | null>(null);
  return to === null ? (
    <OtherPersonStep
      ownerId={card.customerId}
      question={t('countCards.card.transferTo', { card: card.name })}
      label={t('storedValue.transfer.who')}
      selfFault={t('errors.issue.transfer_to_self')}
      onPick={setTo}
      onCancel={onClose}
    />
  ) : (
    <UsesForm card={card} ownerName={ownerName} to={to} onClose={onClose} />
  );
};

const UsesForm = ({ card, ownerName, to, onClose }: TransferCardFormProps & { readonly to: SearchHit }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const spending = useSpendingProof();
  const transfer = useCommand('countCards.transfer', { quiet: true });
  const form = useForm<{ uses: number | string; reason: string }>({
    initialValues: { uses: card.left ?? '', reason: '' },
    validate: {
      uses: (uses) => (card.left !== null && typeof uses !== 'number' ? t('errors.issue.required') : null),
      reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null),
    },
  });
  const submit = form.onSubmit(({ uses, reason }) =>
    spending.send(
      async (proof) => {
        const given = typeof uses === 'number' ? uses : null;
        const { entryId } = await transfer.mutateAsync({ cardId: card.id, toCustomerId: to.id, uses: given, reason, proof });
        done({
          label: t('countCards.card.done.transfer', { card: card.name, other: to.name }),
          undo: () => call('countCards.reverse', { entryId, reason: t('countCards.card.undone') }),
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
      <ProofDialog {...spending.dialog} customer={{ id: card.customerId, name: ownerName }} isPending={transfer.isPending} />
      <SaveForm onSubmit={submit} onCancel={onClose}>
        <Stack gap="xs">
          <Text size="sm">
            {t(card.left === null ? 'countCards.card.transferTime' : 'countCards.card.transferExplain', { other: to.name })}
          </Text>
          {card.left !== null && (
            <NumberInput
              ref={first}
              w="7rem"
              label={t('countCards.card.uses')}
              min={1}
              max={card.left}
              allowDecimal={false}
              clampBehavior="strict"
              {...form.getInputProps('uses')}
            />
          )}
          <TextInput
            {...(card.left === null ? { ref: first } : {})}
            label={t('countCards.card.reason')}
            maxLength={200}
            autoComplete="off"
            {...form.getInputProps('reason')}
          />
          <FormButtons words={t('storedValue.transfer.save')} isPending={transfer.isPending} onClose={onClose} />
        </Stack>
      </SaveForm>
    </>
  );
};
