import { Button, Group, Paper, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useMoney } from '../../components/useMoney.ts';
import type { OrderSteps } from './useOrderSteps.ts';

interface StepFormProps {
  readonly order: Order;
  readonly steps: OrderSteps;
  readonly onClose: () => void;
}

/** Who carries a parcel and under which number; either may stay unknown. */
export const SendForm = ({ order, steps, onClose }: StepFormProps) => {
  const { t } = useTranslation();
  const [carrier, setCarrier] = useState(order.carrier);
  const [trackingNumber, setTrackingNumber] = useState(order.trackingNumber);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await steps.put('sent', { carrier, trackingNumber })) onClose();
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('orders.page.send')}>
      <SaveForm onSubmit={(event) => void save(event)} onCancel={onClose}>
        <Text fw={700} mb="xs">
          {t('orders.page.send')}
        </Text>
        <Group gap="sm" align="flex-start">
          <TextInput
            w="12rem"
            ref={useFocusOnMount(true)}
            label={t('orders.page.carrier')}
            placeholder={t('orders.page.carrierHint')}
            maxLength={60}
            autoComplete="off"
            value={carrier}
            onChange={(event) => {
              setCarrier(event.currentTarget.value);
            }}
          />
          <TextInput
            data-takes-codes
            w="18rem"
            label={t('orders.page.trackingNumber')}
            maxLength={60}
            autoComplete="off"
            value={trackingNumber}
            onChange={(event) => {
              setTrackingNumber(event.currentTarget.value);
            }}
          />
        </Group>
        <Group gap="xs" mt="md">
          <Button type="submit">{t('orders.page.send')}</Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </SaveForm>
    </Paper>
  );
};

/** Why an order is cancelled; what was paid can be given back afterwards. */
export const CancelForm = ({ order, steps, onClose }: StepFormProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const [reason, setReason] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setIsChecked(true);
    if (reason.trim() !== '' && (await steps.cancel(reason))) onClose();
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('orders.cancelling.title')}>
      <SaveForm onSubmit={(event) => void save(event)} onCancel={onClose}>
        <Text fw={700}>{t('orders.cancelling.title')}</Text>
        {order.paidCents > 0 && (
          <Text size="sm" c="dimmed">
            {t('orders.cancelling.refundAfter', { paid: money(order.paidCents) })}
          </Text>
        )}
        <TextInput
          mt="xs"
          maw={480}
          ref={useFocusOnMount(true)}
          label={t('orders.cancelling.reason')}
          maxLength={200}
          autoComplete="off"
          error={isChecked && reason.trim() === '' ? t('errors.issue.required') : undefined}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
          }}
        />
        <Group gap="xs" mt="md">
          <Button type="submit">{t('orders.cancelling.save')}</Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </SaveForm>
    </Paper>
  );
};
