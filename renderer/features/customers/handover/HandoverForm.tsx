import { Button, Group, Kbd, Select, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFormFailure } from '../../../components/useFormFailure.ts';
import type { OutputOf } from '../../../../shared/contract.ts';
import { staffId, type StaffId } from '../../../../shared/types/ids.ts';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../../components/useFocusOnMount.ts';
import { useOperation } from '../../../ipc/useOperation.ts';

/** Stands for nobody among the choices. */
const NOBODY = 'nobody';

interface HandoverFormProps {
  /** Whose it is now; null is nobody. */
  readonly fromStaffId: string | null;
  /** What is handed over, in a sentence. */
  readonly text: string;
  /** Hands over. Its failure is told at the field it names. */
  readonly onSave: (toStaffId: StaffId | null, note: string) => Promise<void>;
  readonly onClose: () => void;
}

/** To whom, and what the next one should know. */
export const HandoverForm = (props: HandoverFormProps) => {
  const staff = useOperation('staff.list', {}).data?.staff;
  return staff === undefined ? null : <Form {...props} staff={staff} />;
};

const Form = ({
  fromStaffId,
  text,
  onSave,
  onClose,
  staff,
}: HandoverFormProps & { readonly staff: OutputOf<'staff.list'>['staff'] }) => {
  const { t } = useTranslation();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const form = useForm<{ toStaffId: string | null; note: string }>({
    initialValues: { toStaffId: null, note: '' },
    validate: { toStaffId: (chosen) => (chosen === null ? t('errors.issue.required') : null) },
  });
  const choices = [
    ...staff.filter(({ id }) => id !== fromStaffId).map(({ id, name }) => ({ value: id, label: name })),
    ...(fromStaffId === null ? [] : [{ value: NOBODY, label: t('card.handover.nobody') }]),
  ];
  const save = form.onSubmit(async ({ toStaffId, note }) => {
    if (toStaffId === null) return;
    try {
      await onSave(toStaffId === NOBODY ? null : staffId(toStaffId), note);
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={save}>
      <Stack gap="md">
        <Text size="sm">{text}</Text>
        {choices.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('card.handover.noStaff')}
          </Text>
        ) : (
          <>
            <Select
              ref={first}
              data-autofocus
              searchable
              label={t('card.handover.to')}
              placeholder={t('card.handover.toHint')}
              data={choices}
              {...form.getInputProps('toStaffId')}
            />
            <Textarea
              autosize
              minRows={3}
              maxRows={8}
              maxLength={2000}
              label={t('card.handover.note')}
              placeholder={t('card.handover.noteHint')}
              {...form.getInputProps('note')}
            />
            <Group gap="xs">
              <Button type="submit" rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}>
                {t('card.handover.save')}
              </Button>
              <Button variant="subtle" color="gray" onClick={onClose}>
                {t('common.cancel')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </SaveForm>
  );
};
