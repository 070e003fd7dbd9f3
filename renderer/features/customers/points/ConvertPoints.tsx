import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { worthOfPoints } from '../../../../shared/domain/loyalty/paying.ts';
import { points } from '../../../../shared/types/amounts.ts';
import { useShop } from '../../../app/shop.tsx';
import { useMay } from '../../../app/session.ts';
import { useUndo } from '../../../app/useUndo.tsx';
import { FormButtons } from '../../../components/FormButtons.tsx';
import { SaveForm } from '../../../components/SaveForm.tsx';
import { useFocusOnMount } from '../../../components/useFocusOnMount.ts';
import { useFormFailure } from '../../../components/useFormFailure.ts';
import { useMoney } from '../../../components/useMoney.ts';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import type { Card } from '../form/customerValues.ts';
import { parseWhole } from './parseWhole.ts';

/** Turns points into stored value (X62). Nothing where the shop has no rate for it, or there are none. */
export const ConvertPoints = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { settings } = useShop();
  const [isOpen, setIsOpen] = useState(false);
  const isOffered = settings.pointsPerStoredUnit > 0 && card.summary.pointsBalance > 0 && card.removedAt === null;
  if (!isOffered || !may('loyalty.adjust')) return null;
  if (isOpen)
    return (
      <ConvertForm
        card={card}
        rate={settings.pointsPerStoredUnit}
        onClose={() => {
          setIsOpen(false);
        }}
      />
    );
  return (
    <Button
      variant="default"
      w="fit-content"
      onClick={() => {
        setIsOpen(true);
      }}
    >
      {t('customers.points.convert')}
    </Button>
  );
};

interface ConvertFormProps {
  readonly card: Card;
  /** So many points for one unit of money. */
  readonly rate: number;
  readonly onClose: () => void;
}

const ConvertForm = ({ card, rate, onClose }: ConvertFormProps) => {
  const { t, i18n } = useTranslation();
  const money = useMoney();
  const { done } = useUndo();
  const tellFailure = useFormFailure();
  const first = useFocusOnMount();
  const convert = useCommand('loyalty.toStoredValue', { quiet: true });
  const balance = card.summary.pointsBalance;
  const { name } = card.fields;
  const form = useForm({
    initialValues: { points: String(balance) },
    validate: {
      points: (typed) => {
        const wanted = parseWhole(typed);
        if (wanted === null || wanted <= 0) return t('customers.points.whole');
        return wanted > balance ? t('customers.points.notEnough', { balance: balance.toLocaleString(i18n.language) }) : null;
      },
    },
  });
  const typed = parseWhole(form.values.points);
  const worth =
    typed === null || typed <= 0 || typed > balance ? null : worthOfPoints(points(typed), { pointsPerMoneyUnit: rate });
  const submit = form.onSubmit(async (values) => {
    try {
      const wanted = parseWhole(values.points) ?? 0;
      const { entryId, giftCents } = await convert.mutateAsync({ customerId: card.id, points: wanted });
      done({
        label: t('customers.points.converted', { name, count: wanted, amount: money(giftCents) }),
        undo: () => call('loyalty.reverse', { entryId, reason: t('customers.timeline.pointsReason') }),
      });
      onClose();
    } catch (error) {
      tellFailure(form, error);
    }
  });
  return (
    <SaveForm onSubmit={submit} onCancel={onClose}>
      <Stack gap="sm">
        <TextInput
          ref={first}
          label={t('customers.points.convertHow')}
          description={t('customers.points.convertRate', { count: rate })}
          inputMode="numeric"
          maxLength={12}
          autoComplete="off"
          {...form.getInputProps('points')}
        />
        {worth !== null && (
          <Text size="sm" fw={700} role="status" c="var(--regulars-advice-text)">
            {t('customers.points.convertWorth', { amount: money(worth) })}
          </Text>
        )}
        <FormButtons words={t('customers.points.convert')} isPending={convert.isPending} onClose={onClose} />
      </Stack>
    </SaveForm>
  );
};
