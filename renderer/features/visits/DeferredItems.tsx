import { ActionIcon, Button, Group, NativeSelect, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { UNIT_QUANTITY, quantity } from '../../../shared/types/amounts.ts';
import { addDays, daysBetween } from '../../../shared/types/time.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { LineSource } from './lines.ts';
import type { DeferredDraft, VisitForm } from './useVisitForm.ts';

/** When to ask again, in days; the empty one leaves it to the next visit. */
const spans = [14, 30, 60, 90] as const;

interface DeferredItemsProps {
  readonly customerId: CustomerId;
  readonly form: VisitForm;
  readonly onAdd: (source: LineSource) => void;
}

/** "Not today" (X33): what they put off earlier, to be asked again, and what they put off now. */
export const DeferredItems = ({ customerId, form, onAdd }: DeferredItemsProps) => {
  const { t } = useTranslation();
  const earlier = useOperation('deferrals.ofCustomer', { customerId }).data?.items ?? [];
  if (earlier.length === 0 && form.draft.deferred.length === 0) return null;
  return (
    <Paper withBorder px="md" py="sm" component="section" aria-label={t('visits.deferred.title')}>
      <Stack gap="xs">
        {earlier.map((item) => (
          <Earlier key={item.id} item={item} onAdd={onAdd} />
        ))}
        {form.draft.deferred.map((item) => (
          <Now key={item.key} item={item} form={form} />
        ))}
      </Stack>
    </Paper>
  );
};

interface EarlierProps {
  readonly item: OutputOf<'deferrals.ofCustomer'>['items'][number];
  readonly onAdd: (source: LineSource) => void;
}

const Earlier = ({ item, onAdd }: EarlierProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const close = useCommand('deferrals.close');
  const { id: deferredItemId, name, reason, askAgainOn, businessDate, productId, priceCents } = item;
  const parts = [t('visits.deferred.earlier', { when: dateWords(t, businessDate, today) }), reason ?? ''];
  if (askAgainOn !== null) parts.push(t('visits.deferred.askAgain', { date: askAgainOn }));
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm" miw={0}>
        <Text span inherit fw={700}>
          {name}
        </Text>{' '}
        <Text span inherit c="dimmed">
          {parts.filter((part) => part !== '').join(' · ')}
        </Text>
      </Text>
      <Group gap="xs" wrap="nowrap" flex="none">
        <Button
          variant="light"
          size="compact-sm"
          aria-label={t('visits.deferred.todayNamed', { name })}
          onClick={() => {
            onAdd({ productId, name, price: priceCents, cost: null, quantity: quantity(UNIT_QUANTITY) });
          }}
        >
          {t('visits.deferred.today')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={t('visits.deferred.noLongerNamed', { name })}
          onClick={() => {
            close.mutate(
              { deferredItemId },
              {
                onSuccess: () => {
                  done({
                    label: t('visits.deferred.closed', { name }),
                    undo: () => client.deferrals.reopen({ deferredItemId }),
                  });
                },
              },
            );
          }}
        >
          {t('visits.deferred.noLonger')}
        </Button>
      </Group>
    </Group>
  );
};

const Now = ({ item, form }: { readonly item: DeferredDraft; readonly form: VisitForm }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const change = (changes: Partial<DeferredDraft> | null): void => {
    form.changeDeferred(item.key, changes);
  };
  const days = item.askAgainOn === null ? '' : String(daysBetween(today, item.askAgainOn));
  return (
    <Group gap="sm" wrap="nowrap">
      <Text size="sm" fw={700} truncate flex={1}>
        {t('visits.deferred.now', { name: item.name })}
      </Text>
      <TextInput
        size="sm"
        w={190}
        aria-label={t('visits.deferred.reasonNamed', { name: item.name })}
        placeholder={t('visits.deferred.reason')}
        maxLength={200}
        value={item.reason}
        onChange={(event) => {
          change({ reason: event.currentTarget.value });
        }}
      />
      <NativeSelect
        size="sm"
        w={150}
        aria-label={t('visits.deferred.whenNamed', { name: item.name })}
        value={days}
        onChange={(event) => {
          const { value } = event.currentTarget;
          change({ askAgainOn: value === '' ? null : addDays(today, Number(value)) });
        }}
        data={[
          { value: '', label: t('visits.deferred.nextTime') },
          ...spans.map((count) => ({ value: String(count), label: t('visits.deferred.inDays', { count }) })),
        ]}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('visits.deferred.remove', { name: item.name })}
        onClick={() => {
          change(null);
        }}
      >
        <IconX size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Group>
  );
};
