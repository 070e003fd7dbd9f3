import {
  Alert,
  Button,
  Checkbox,
  Chip,
  Group,
  Input,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { typedDetailsSchema } from '../../shared/contract/intake.ts';
import type { IntakeField } from '../../shared/contract/intakeFields.ts';
import { channelSchema } from '../../shared/contract/values.ts';
import { errorText } from '../ipc/errorText.ts';
import { formErrors } from '../ipc/formErrors.ts';
import { queryClient } from '../ipc/queryClient.ts';
import { useCommand } from '../ipc/useCommand.ts';
import { validateBy } from '../components/formValidation.ts';
import { blankValues, detailsOf, type DetailsValues } from './detailsValues.ts';
import type { FacingForm } from './FacingPage.tsx';

type Form = UseFormReturnType<DetailsValues>;
const SIZE = 'lg';
const OLDEST_YEARS = 110;
const range = (from: number, to: number): string[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_each, index) => String(from < to ? from + index : from - index));

const Birthday = ({ form, today }: { readonly form: Form; readonly today: string }) => {
  const { t } = useTranslation();
  const year = Number(today.slice(0, 4));
  const part = (name: 'birthYear' | 'birthMonth' | 'birthDay', data: readonly string[]) => (
    <Select
      {...form.getInputProps(name)}
      size={SIZE}
      flex={1}
      searchable
      clearable
      data={[...data]}
      aria-label={t(`facing.${name}`)}
      placeholder={t(`facing.${name}`)}
    />
  );
  return (
    <Input.Wrapper label={t('facing.field.birthday')} labelElement="div" size={SIZE} error={form.errors['birthday']}>
      <Group gap="sm" mt={4} wrap="nowrap">
        <SegmentedControl
          size={SIZE}
          flex="none"
          {...form.getInputProps('calendar')}
          aria-label={t('facing.calendar')}
          data={[
            { value: 'solar', label: t('facing.solar') },
            { value: 'lunar', label: t('facing.lunar') },
          ]}
        />
        {part('birthYear', range(year, year - OLDEST_YEARS))}
        {part('birthMonth', range(1, 12))}
        {part('birthDay', range(1, form.values.calendar === 'lunar' ? 30 : 31))}
      </Group>
    </Input.Wrapper>
  );
};

const Choice = ({
  form,
  field,
  values,
}: {
  readonly form: Form;
  readonly field: 'gender' | 'preferredChannel';
  readonly values: readonly { value: string; label: string }[];
}) => {
  const { t } = useTranslation();
  return (
    <Input.Wrapper label={t(`facing.field.${field}`)} labelElement="div" size={SIZE}>
      <Chip.Group {...form.getInputProps(field)}>
        <Group gap="sm" mt={4}>
          {values.map(({ value, label }) => (
            <Chip key={value} value={value} size={SIZE}>
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Input.Wrapper>
  );
};

const Field = ({
  form,
  field,
  today,
}: {
  readonly form: Form;
  readonly field: IntakeField;
  readonly today: string;
}): ReactNode => {
  const { t } = useTranslation();
  switch (field) {
    case 'birthday':
      return <Birthday form={form} today={today} />;
    case 'gender':
      return (
        <Choice
          form={form}
          field={field}
          values={(['female', 'male'] as const).map((value) => ({ value, label: t(`common.gender.${value}`) }))}
        />
      );
    case 'preferredChannel':
      return (
        <Choice
          form={form}
          field={field}
          values={channelSchema.options.map((value) => ({ value, label: t(`customers.channel.${value}`) }))}
        />
      );
    case 'likes':
      return (
        <Textarea
          {...form.getInputProps('likes')}
          size={SIZE}
          label={t('facing.field.likes')}
          autosize
          minRows={2}
          maxLength={500}
        />
      );
    case 'consent':
      return <Checkbox {...form.getInputProps('consent', { type: 'checkbox' })} size={SIZE} label={t('facing.field.consent')} />;
    case 'name':
    case 'phone':
    case 'wechat':
    case 'email':
    case 'region':
      return (
        <TextInput
          {...form.getInputProps(field)}
          size={SIZE}
          label={t(`facing.field.${field}`)}
          autoComplete="off"
          inputMode={field === 'phone' ? 'tel' : field === 'email' ? 'email' : 'text'}
        />
      );
  }
};

/** The questions, big and plain. Nothing has to be answered. */
export const DetailsForm = ({ form: asked, onSent }: { readonly form: FacingForm; readonly onSent: () => void }) => {
  const { t } = useTranslation();
  const submit = useCommand('intake.submit', { quiet: true });
  const form = useForm<DetailsValues>({
    initialValues: blankValues,
    validate: (values) => validateBy(t, typedDetailsSchema)(detailsOf(values, asked.fields)),
  });
  const send = form.onSubmit(async (values) => {
    try {
      await submit.mutateAsync({ details: typedDetailsSchema.parse(detailsOf(values, asked.fields)) });
      form.reset();
      onSent();
      // Nobody is asked any more: the thanks take the form's place at once.
      await queryClient.invalidateQueries();
    } catch (error) {
      form.setErrors(formErrors(t, error, 'details.'));
    }
  });
  return (
    <form noValidate onSubmit={send}>
      <Stack gap="md">
        <Stack gap={4}>
          <Title order={1} fz="2rem">
            {t('facing.title')}
          </Title>
          <Text fz="lg" c="dimmed">
            {t('facing.text')}
          </Text>
        </Stack>
        {asked.fields.map((field) => (
          <Field key={field} form={form} field={field} today={asked.today} />
        ))}
        {submit.error !== null && <Alert color="red">{errorText(t, submit.error)}</Alert>}
        <Button type="submit" size="xl" loading={submit.isPending}>
          {t('facing.send')}
        </Button>
      </Stack>
    </form>
  );
};
