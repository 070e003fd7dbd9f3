import { Button, Checkbox, Drawer, Input, Kbd, SegmentedControl, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { z } from 'zod';
import { useTranslation } from 'react-i18next';
import { useFormFailure } from '../../../components/useFormFailure.ts';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { channelSchema } from '../../../../shared/contract/values.ts';
import { useUndo } from '../../../app/useUndo.tsx';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import type { Card } from '../form/customerValues.ts';

interface LogCallDrawerProps {
  readonly card: Card;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Writes down what was said on a call or in a chat. */
export const LogCallDrawer = ({ card, isOpen, onClose }: LogCallDrawerProps) => {
  const { t } = useTranslation();
  return (
    <Drawer
      position="right"
      size={420}
      opened={isOpen}
      onClose={onClose}
      title={t('customers.call.title', { name: card.fields.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <CallForm card={card} onClose={onClose} />}
    </Drawer>
  );
};

const channelOf = (value: string | null) => channelSchema.options.find((channel) => channel === value) ?? 'phone';

interface CallValues {
  channel: z.output<typeof channelSchema>;
  direction: 'in' | 'out';
  isPromotional: boolean;
  note: string;
}

const CallForm = ({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const record = useCommand('customers.recordInteraction', { quiet: true });
  const form = useForm<CallValues>({
    initialValues: {
      channel: card.fields.preferredChannel ?? 'phone',
      direction: 'out',
      isPromotional: false,
      note: '',
    },
    validate: { note: (note) => (note.trim() === '' ? t('errors.issue.required') : null) },
  });
  const save = form.onSubmit(async (values) => {
    try {
      const { interactionId } = await record.mutateAsync({ customerId: card.id, ...values });
      done({
        label: t('customers.done.logged', { name: card.fields.name }),
        undo: () => call('customers.undoInteraction', { interactionId }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={save}>
      <Stack gap="md">
        <Textarea
          data-autofocus
          autosize
          minRows={4}
          maxRows={10}
          maxLength={2000}
          label={t('customers.call.note')}
          placeholder={t('customers.call.noteHint')}
          {...form.getInputProps('note')}
        />
        <Select
          label={t('customers.call.channel')}
          allowDeselect={false}
          data={channelSchema.options.map((value) => ({ value, label: t(`customers.channel.${value}`) }))}
          value={form.values.channel}
          onChange={(value) => {
            form.setFieldValue('channel', channelOf(value));
          }}
        />
        <Input.Wrapper label={t('customers.call.direction')} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t('customers.call.direction')}
            data={[
              { value: 'out', label: t('customers.call.out') },
              { value: 'in', label: t('customers.call.in') },
            ]}
            value={form.values.direction}
            onChange={(value) => {
              form.setFieldValue('direction', value === 'in' ? 'in' : 'out');
            }}
          />
        </Input.Wrapper>
        <Checkbox
          label={t('customers.call.promotional')}
          description={t('customers.call.promotionalHint')}
          {...form.getInputProps('isPromotional', { type: 'checkbox' })}
        />
        <Button type="submit" loading={record.isPending} rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}>
          {t('customers.call.save')}
        </Button>
      </Stack>
    </SaveForm>
  );
};
