import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../../shared/contract/orders.ts';
import { stepsOf } from '../../../shared/domain/orders/statuses.ts';
import { statusText } from './orderWords.ts';
import type { OrderSteps } from './useOrderSteps.ts';

interface OrderStepButtonsProps {
  readonly order: Order;
  readonly steps: OrderSteps;
  readonly isLocked: boolean;
  /** What is sent is asked who carries it. */
  readonly onSend: () => void;
}

/** The steps of an order in their order, the present one pressed; any other can be chosen, back too. */
export const OrderStepButtons = ({ order, steps, isLocked, onSend }: OrderStepButtonsProps) => {
  const { t } = useTranslation();
  return (
    <Button.Group aria-label={t('orders.page.steps')}>
      {stepsOf(order.kind).map((step) => (
        <Button
          key={step}
          variant={step === order.status ? 'light' : 'default'}
          aria-pressed={step === order.status}
          disabled={isLocked || steps.isBusy}
          onClick={() => {
            if (step === 'sent') onSend();
            else void steps.put(step);
          }}
        >
          {statusText(t, order.kind, step)}
        </Button>
      ))}
    </Button.Group>
  );
};
