import { Button, Group, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconBan } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { InlineForm } from './InlineForm.tsx';
import classes from './Safety.module.css';

type Card = OutputOf<'customers.findById'>;

/** Whether the person is served, and the owner's way to change it. */
export const BlockSection = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  const { block } = card.safety;
  return (
    <section aria-label={t('safety.block.title')}>
      <Text component="h2" size="xs" c="dimmed" mb={4}>
        {t('safety.block.title')}
      </Text>
      {block !== null ? (
        <Standing card={card} block={block} />
      ) : isEditing ? (
        <BlockForm
          card={card}
          onClose={() => {
            setIsEditing(false);
          }}
        />
      ) : (
        <>
          <Text size="sm" c="dimmed" pb="xs">
            {t('safety.block.none')}
          </Text>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconBan size={16} stroke={1.7} aria-hidden />}
            onClick={() => {
              setIsEditing(true);
            }}
          >
            {t('safety.block.set')}
          </Button>
        </>
      )}
    </section>
  );
};

interface StandingProps {
  readonly card: Card;
  readonly block: NonNullable<Card['safety']['block']>;
}

const Standing = ({ card, block }: StandingProps) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const lift = useCommand('safety.unblock');
  const customerId = card.id;
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <div>
        <Text fw={700} className={classes['danger'] ?? ''}>
          {t('safety.blockedBecause', { reason: block.reason })}
        </Text>
        <Text size="xs" c="dimmed">
          {t('safety.block.since', { on: block.blockedOn, name: block.staffName ?? t('safety.block.owner') })}
        </Text>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        flex="none"
        loading={lift.isPending}
        onClick={() => {
          lift.mutate(
            { customerId },
            {
              onSuccess: ({ reason }) => {
                done({
                  label: t('safety.block.lifted', { name: card.fields.name }),
                  undo: () => call('safety.block', { customerId, reason }),
                });
              },
            },
          );
        }}
      >
        {t('safety.block.lift')}
      </Button>
    </Group>
  );
};

const BlockForm = ({ card, onClose }: { readonly card: Card; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const first = useFocusOnMount();
  const block = useCommand('safety.block');
  const customerId = card.id;
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? t('errors.issue.required') : null) },
  });
  const submit = form.onSubmit(({ reason }) => {
    block.mutate(
      { customerId, reason: reason.trim() },
      {
        onSuccess: () => {
          done({
            label: t('safety.block.blocked', { name: card.fields.name }),
            undo: () => call('safety.unblock', { customerId }),
          });
          onClose();
        },
      },
    );
  });
  return (
    <InlineForm onSubmit={submit} onClose={onClose} isSaving={block.isPending} submitLabel={t('safety.block.confirm')}>
      <TextInput
        ref={first}
        label={t('safety.block.reason')}
        placeholder={t('safety.block.reasonHint')}
        maxLength={200}
        autoComplete="off"
        {...form.getInputProps('reason')}
      />
    </InlineForm>
  );
};
