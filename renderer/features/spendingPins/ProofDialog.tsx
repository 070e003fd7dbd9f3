import { Button, Group, Kbd, Modal, PasswordInput, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSignature, type Stroke } from '../../../shared/domain/signedForms/strokes.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { SaveForm } from '../../components/SaveForm.tsx';
import { useMoney } from '../../components/useMoney.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { SignaturePad } from '../signedForms/SignaturePad.tsx';
import { NewSpendingPin, digitsOf, isReadyPin, noPin, usePinField } from './NewSpendingPin.tsx';
import type { Proof, useSpendingProof } from './useSpendingProof.ts';

type Dialog = ReturnType<typeof useSpendingProof>['dialog'];
interface ProofDialogProps extends Dialog {
  /** Null is a walk-in, who has nothing to spend. */
  readonly customer: { readonly id: CustomerId; readonly name: string } | null;
  readonly isPending: boolean;
}

/** The customer proves that they may spend: types their PIN, or signs; whoever may correct balances can let it pass with a reason (X53). */
export const ProofDialog = ({ customer, ...props }: ProofDialogProps) => {
  const { t } = useTranslation();
  const { needed, onBack } = props;
  return (
    <Modal
      opened={needed !== null && customer !== null}
      onClose={onBack}
      title={t('wallet.proof.title', { name: customer?.name ?? '' })}
      withCloseButton={false}
    >
      {needed !== null && customer !== null && <Asked {...props} needed={needed} customer={customer} />}
    </Modal>
  );
};

interface AskedProps extends Omit<ProofDialogProps, 'needed' | 'customer'> {
  readonly needed: NonNullable<Dialog['needed']>;
  readonly customer: NonNullable<ProofDialogProps['customer']>;
}

const Asked = ({ needed, problem, customer, isPending, onAnswer, onBack }: AskedProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const may = useMay();
  const [way, setWay] = useState<Proof['way']>(needed.ways[0] ?? 'pin');
  const [pin, setPin] = useState('');
  const [fresh, setFresh] = useState(noPin);
  const [strokes, setStrokes] = useState<readonly Stroke[]>([]);
  const [reason, setReason] = useState('');
  const keep = useCommand('spendingPins.set');
  const field = usePinField();
  const isNew = way === 'pin' && !needed.hasPin;
  const isReady =
    way === 'waived' ? reason.trim() !== '' : way === 'signature' ? isSignature(strokes) : isNew ? isReadyPin(fresh) : pin !== '';

  const submit = (): void => {
    if (!isReady || isPending || keep.isPending) return;
    if (way === 'waived') onAnswer({ way, reason: reason.trim() });
    else if (way === 'signature') onAnswer({ way, strokes: strokes.map((stroke) => [...stroke]) });
    else if (isNew)
      keep.mutate(
        { customerId: customer.id, pin: fresh.pin },
        {
          onSuccess: () => {
            onAnswer({ way, pin: fresh.pin });
          },
        },
      );
    else {
      onAnswer({ way, pin });
      // A wrong one is typed anew, not mended.
      setPin('');
    }
  };
  const ways = [...needed.ways, ...(may('loyalty.adjust') ? (['waived'] as const) : [])];

  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <Text size="sm">{t('wallet.proof.text', { amount: money(needed.valueCents) })}</Text>
        {ways.length > 1 && (
          <SegmentedControl
            aria-label={t('wallet.proof.how')}
            data={ways.map((value) => ({ value, label: t(`wallet.proof.ways.${value}`) }))}
            value={way}
            onChange={(chosen) => {
              setWay(ways.find((one) => one === chosen) ?? way);
            }}
          />
        )}
        {way === 'pin' && !isNew && (
          <PasswordInput
            {...field}
            data-autofocus
            size="md"
            label={t('wallet.pin.name')}
            value={pin}
            error={problem ?? undefined}
            onChange={(event) => {
              setPin(digitsOf(event.currentTarget.value));
            }}
          />
        )}
        {isNew && (
          <>
            <Text size="sm">{t('wallet.proof.noPin')}</Text>
            <NewSpendingPin value={fresh} hasFocus onChange={setFresh} />
          </>
        )}
        {way === 'signature' && (
          <SignaturePad strokes={strokes} onChange={setStrokes} error={undefined} hint={t('wallet.proof.padHint')} />
        )}
        {way === 'waived' && (
          <TextInput
            label={t('wallet.proof.reason')}
            description={t('wallet.proof.waivedText')}
            maxLength={200}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
            }}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onBack}>
            {t('safety.confirm.back')}
          </Button>
          <Button type="submit" disabled={!isReady} loading={isPending || keep.isPending} rightSection={<Kbd size="xs">⏎</Kbd>}>
            {t('wallet.proof.goOn')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
