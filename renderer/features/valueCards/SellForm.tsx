import { Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import { cents } from '../../../shared/types/amounts.ts';
import type { CustomerId, ValueCardId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { MethodField, methodOf } from '../storedValue/MethodField.tsx';
import { useValueCardWords } from './useValueCardWords.ts';

interface SellFormProps {
  /** Whose a shopping card is; null sells gift cards alone. */
  readonly owner: { readonly id: CustomerId; readonly name: string } | null;
  readonly onClose: () => void;
  readonly onSold: (cardId: ValueCardId) => void;
}

interface SellValues {
  typeId: string | null;
  face: string;
  /** As typed; empty is its face. */
  paid: string;
  method: string | null;
  note: string;
}

/** Money paid in for a card; a gift card gets a code that is told once it is sold. */
export const SellForm = ({ owner, onClose, onSold }: SellFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const may = useMay();
  const words = useValueCardWords();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const sell = useCommand('valueCards.sell', { quiet: true });
  const known = useOperation('valueCards.types', {}).data?.types ?? [];
  const types = known.filter(({ kind }) => owner !== null || kind === 'gift');
  const form = useForm<SellValues>({
    initialValues: { typeId: null, face: '', paid: '', method: null, note: '' },
    validate: {
      face: (text) => ((parseMoney(text) ?? 0) > 0 ? null : t('errors.issue.amount_zero')),
      paid: (text) => (text.trim() === '' || parseMoney(text) !== null ? null : t('errors.issue.invalid')),
      method: (method, { paid }) => (methodOf(method) === null && parseMoney(paid) !== 0 ? t('errors.issue.required') : null),
    },
  });
  const type = types.find(({ id }) => id === form.values.typeId) ?? types[0];
  const [onlyFace, ...otherFaces] = type?.faces ?? [];
  const faceText = form.values.face === '' && onlyFace !== undefined ? moneyInputText(onlyFace) : form.values.face;
  const faceCents = parseMoney(faceText) ?? cents(0);
  const submit = (event: React.FormEvent<HTMLFormElement>): void => {
    if (form.values.face !== faceText) form.setFieldValue('face', faceText);
    form.onSubmit(async ({ paid, method, note }) => {
      if (type === undefined) return;
      const paidCents = paid.trim() === '' ? faceCents : (parseMoney(paid) ?? faceCents);
      const customerId = type.kind === 'shopping' ? (owner?.id ?? null) : null;
      try {
        const sale = { typeId: type.id, customerId, faceCents, paidCents, method: methodOf(method), note };
        const { cardId, entryId } = await sell.mutateAsync(sale);
        done({
          label: t('valueCards.sell.done', { name: type.name, amount: money(faceCents) }),
          undo: () => call('valueCards.reverse', { entryId, reason: t('valueCards.takenBackReason') }),
        });
        onSold(cardId);
      } catch (error) {
        tellFailure(form, error);
      }
    })(event);
  };
  if (type === undefined)
    return <Text size="sm">{t(owner === null && known.length > 0 ? 'valueCards.sell.noGift' : 'valueCards.sell.none')}</Text>;
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="md">
        <Select
          ref={first}
          label={t('valueCards.sell.kind')}
          description={[
            t(`valueCards.kinds.about.${type.kind}`),
            words.paysFor(type.paysFor),
            type.validDays === null ? t('valueCards.forEver') : t('valueCards.kinds.validFor', { count: type.validDays }),
          ].join(' · ')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDeselect={false}
          data={types.map(({ id, name }) => ({ value: id, label: name }))}
          value={type.id}
          onChange={(typeId) => {
            form.setValues({ typeId, face: '' });
          }}
        />
        {onlyFace === undefined ? (
          <TextInput
            label={t('valueCards.sell.face')}
            inputMode="decimal"
            autoComplete="off"
            maxLength={20}
            {...form.getInputProps('face')}
          />
        ) : (
          <Select
            label={t('valueCards.sell.face')}
            allowDeselect={false}
            data={[onlyFace, ...otherFaces].map((face) => ({ value: moneyInputText(face), label: money(face, true) }))}
            {...form.getInputProps('face')}
            value={faceText}
          />
        )}
        {may('loyalty.adjust') && (
          <TextInput
            label={t('valueCards.sell.paid')}
            description={t('valueCards.sell.paidHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode="decimal"
            autoComplete="off"
            maxLength={20}
            placeholder={moneyInputText(faceCents)}
            {...form.getInputProps('paid')}
          />
        )}
        <MethodField label={t('valueCards.sell.method')} input={form.getInputProps('method')} />
        <TextInput label={t('valueCards.sell.note')} maxLength={200} autoComplete="off" {...form.getInputProps('note')} />
        <FormButtons words={t('valueCards.sell.save')} isPending={sell.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
