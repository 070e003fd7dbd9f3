import { Button, Group, Paper, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { moneyInputText, parseMoney } from '../../../shared/domain/money.ts';
import type { PaymentMethod } from '../../../shared/domain/orders/money.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useMoney } from '../../components/useMoney.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useUnseenWarnings } from '../safety/useUnseenWarnings.ts';
import { WarningsDialog } from '../safety/WarningsDialog.tsx';
import { MethodChoice } from './MethodChoice.tsx';

/** Hands an order over: takes the rest and records the visit. What is put by must be paid up. */
export const CollectForm = ({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) => {
  const { t } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const collect = useCommand('orders.collect', { quiet: true });
  const { refused, dialog } = useUnseenWarnings();
  const { id: orderId, dueCents, customerName: name } = order;
  const [text, setText] = useState(dueCents > 0 ? moneyInputText(dueCents) : '');
  const [method, setMethod] = useState<PaymentMethod>(order.payments[0]?.method ?? 'cash');
  const [isChecked, setIsChecked] = useState(false);
  const cents = text.trim() === '' ? 0 : parseMoney(text);
  const isFaulty = cents === null || cents > dueCents;
  const isShort = order.kind === 'layaway' && cents !== null && cents < dueCents;
  const focus = useFocusOnMount(true);
  const save = (acknowledged: string[] = []): void => {
    setIsChecked(true);
    if (isFaulty || isShort || collect.isPending) return;
    collect.mutate(
      { orderId, payment: cents === 0 ? null : { cents, method }, acknowledged },
      {
        onSuccess: ({ receiptNumber, pointsEarned }) => {
          done({
            label: t('orders.collect.done', { name, receipt: receiptNumber, points: pointsEarned.toLocaleString() }),
            undo: async () => {
              await call('orders.undoCollect', { orderId });
            },
          });
          onClose();
        },
        onError: (error) => {
          refused(error, save);
        },
      },
    );
  };
  const title = t(order.kind === 'delivery' ? 'orders.page.deliver' : 'orders.collect.title');
  const fault = isFaulty
    ? t('orders.money.fault', { most: money(dueCents) })
    : isShort
      ? t('orders.collect.layaway', { due: money(dueCents) })
      : undefined;
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <SaveForm
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          save();
        }}
        onCancel={onClose}
      >
        <Text fw={700}>{title}</Text>
        <Text size="sm" c="dimmed" mb="xs">
          {t('orders.collect.text')}
        </Text>
        {dueCents > 0 && (
          <Group gap="sm" align="flex-start">
            <TextInput
              w="16rem"
              ref={focus}
              label={t('orders.collect.rest')}
              description={t('orders.collect.restHint', { due: money(dueCents) })}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              inputMode="decimal"
              maxLength={20}
              autoComplete="off"
              error={isChecked ? fault : undefined}
              value={text}
              onFocus={(event) => {
                event.currentTarget.select();
              }}
              onChange={(event) => {
                setText(event.currentTarget.value);
              }}
            />
            <MethodChoice method={method} onChange={setMethod} />
          </Group>
        )}
        <Group gap="xs" mt="md">
          <Button type="submit" {...(dueCents === 0 && { autoFocus: true })}>
            {order.kind === 'delivery' ? title : t('orders.collect.save')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </SaveForm>
      <WarningsDialog {...dialog} />
    </Paper>
  );
};
