import { Stack, Textarea, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ProductTest } from '../../../shared/contract/advocates.ts';
import { isLocalDate, localDate } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { FormButtons } from '../../components/FormButtons.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../components/useFormFailure.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { AdvocatePerson } from './AdvocateOf.tsx';

interface ProductTestFormProps {
  readonly person: AdvocatePerson;
  /** Null for a new one. */
  readonly test: ProductTest | null;
  readonly onClose: () => void;
}

/** What somebody is given to test, when, and what they say of it. */
export const ProductTestForm = ({ person, test, onClose }: ProductTestFormProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  // Of one that is there what is still to be written is what they said.
  const onWhat = useFocusOnMount(test === null);
  const onSaid = useFocusOnMount<HTMLTextAreaElement>(test !== null);
  const save = useCommand('advocates.saveTest', { quiet: true });
  const form = useForm({
    initialValues: { what: test?.what ?? '', givenOn: test?.givenOn ?? today, said: test?.said ?? '' },
    validate: { what: (what) => (what.trim() === '' ? t('errors.issue.required') : null) },
  });
  const submit = form.onSubmit(async (values) => {
    const { customerId } = person;
    try {
      const { testId, before } = await save.mutateAsync({ testId: test?.id ?? null, customerId, ...values });
      done({
        label: t('advocates.done.testSaved', { name: person.name, what: values.what.trim() }),
        undo: () =>
          before === null
            ? call('advocates.removeTest', { testId, isRemoved: true })
            : call('advocates.saveTest', { testId, customerId, ...before }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="sm" py="xs">
        <TextInput
          ref={onWhat}
          label={t('advocates.tests.what')}
          placeholder={t('advocates.tests.whatHint')}
          maxLength={100}
          autoComplete="off"
          {...form.getInputProps('what')}
        />
        <DateInput
          label={t('advocates.tests.givenOn')}
          valueFormat="YYYY-MM-DD"
          maxDate={today}
          value={form.values.givenOn}
          error={form.errors['givenOn']}
          onChange={(day) => {
            if (day !== null && isLocalDate(day)) form.setFieldValue('givenOn', localDate(day));
          }}
        />
        <Textarea
          ref={onSaid}
          label={t('advocates.tests.said')}
          placeholder={t('advocates.tests.saidHint')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={500}
          {...form.getInputProps('said')}
        />
        <FormButtons words={t('common.save')} isPending={save.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
