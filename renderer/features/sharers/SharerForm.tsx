import { Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sharer } from '../../../shared/contract/sharers.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import type { Cents } from '../../../shared/types/amounts.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { OtherPersonStep } from '../../components/OtherPersonStep.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { PurseOwner } from '../storedValue/StoredValueDrawer.tsx';

interface SharerFormProps {
  readonly owner: PurseOwner;
  /** Whose terms are changed; null names somebody new. */
  readonly sharer: Sharer | null;
  readonly onClose: () => void;
}
type Person = Pick<Sharer, 'customerId' | 'name'>;

/** Names who may use what somebody has, or changes what they may. */
export const SharerForm = ({ owner, sharer, onClose }: SharerFormProps) => {
  const { t } = useTranslation();
  const [person, setPerson] = useState<Person | null>(sharer);
  if (person !== null) return <TermsForm owner={owner} sharer={sharer} person={person} onClose={onClose} />;
  return (
    <OtherPersonStep
      ownerId={owner.id}
      question={t('sharers.whoAsk', { name: owner.name })}
      label={t('sharers.who')}
      selfFault={t('errors.issue.share_with_self')}
      onPick={({ id: customerId, name }) => {
        setPerson({ customerId, name });
      }}
      onCancel={onClose}
    />
  );
};

const limitText = (limit: Cents | null | undefined): string => (limit == null ? '' : moneyInputText(limit));
const limitOf = (text: string): Cents | null => (text.trim() === '' ? null : parseMoney(text));

const TermsForm = ({ owner, sharer, person, onClose }: SharerFormProps & { readonly person: Person }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const save = useCommand('sharers.save', { quiet: true });
  const limitFault = (text: string): string | null =>
    text.trim() === '' || (parseMoney(text) ?? 0) > 0 ? null : t('sharers.amountFault');
  const form = useForm({
    initialValues: {
      maySpendStored: sharer?.maySpendStored ?? true,
      mayUseCards: sharer?.mayUseCards ?? false,
      monthCents: limitText(sharer?.monthCents),
      visitCents: limitText(sharer?.visitCents),
      note: sharer?.note ?? '',
    },
    validate: {
      maySpendStored: (may, values) => (may || values.mayUseCards ? null : t('errors.issue.share_allows_nothing')),
      monthCents: limitFault,
      visitCents: limitFault,
    },
  });
  const submit = form.onSubmit(async ({ maySpendStored, mayUseCards, monthCents, visitCents, note }) => {
    const pair = { customerId: owner.id, otherId: person.customerId };
    const limits = { monthCents: limitOf(monthCents), visitCents: limitOf(visitCents) };
    try {
      const { sharerId, before } = await save.mutateAsync({
        ...pair,
        ...limits,
        sharerId: sharer?.id ?? null,
        maySpendStored,
        mayUseCards,
        note,
      });
      done({
        label: t(before === null ? 'sharers.done.added' : 'sharers.done.changed', { name: owner.name, other: person.name }),
        undo: () =>
          before === null ? call('sharers.forget', { sharerId }) : call('sharers.save', { ...pair, sharerId, ...before }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  const amount = {
    flex: 1,
    placeholder: t('sharers.noLimit'),
    inputMode: 'decimal',
    autoComplete: 'off',
    maxLength: 20,
  } as const;
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="md">
        <Text fw={700}>{person.name}</Text>
        <Checkbox ref={first} label={t('sharers.stored')} {...form.getInputProps('maySpendStored', { type: 'checkbox' })} />
        {form.values.maySpendStored && (
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <TextInput {...amount} label={t('sharers.month')} {...form.getInputProps('monthCents')} />
            <TextInput {...amount} label={t('sharers.visit')} {...form.getInputProps('visitCents')} />
          </Group>
        )}
        <Checkbox label={t('sharers.cards')} {...form.getInputProps('mayUseCards', { type: 'checkbox' })} />
        <TextInput
          label={t('sharers.note')}
          placeholder={t('sharers.noteHint')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('note')}
        />
        <FormButtons words={t('sharers.save')} isPending={save.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
