import { Button, Drawer, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { MomentText } from '../../components/MomentText.tsx';
import { SaveForm } from '../../components/SaveForm.tsx';
import { client } from '../../ipc/client.ts';
import { errorText } from '../../ipc/errorText.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { ProofsAway } from './KeptProofs.tsx';
import { NewSpendingPin, digitsOf, isReadyPin, noPin, usePinField } from './NewSpendingPin.tsx';

/** The way from the card to a customer's spending PIN, and to what was confirmed away from visits, in a shop that asks for it (X53). */
export const SpendingPinEntry = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const may = useMay();
  const { spendingProof } = useShop().settings;
  const [isOpen, setIsOpen] = useState(false);
  const isShown = spendingProof !== 'off' && card.removedAt === null && may('loyalty.write');
  // Where everybody signs there is no PIN, but what was signed.
  const isSigned = spendingProof === 'signature';
  // Known before the drawer opens, which puts the hand into its first field.
  const found = useOperation('spendingPins.find', { customerId: card.id }, { enabled: isShown }).data;
  if (!isShown) return null;
  const close = (): void => {
    setIsOpen(false);
  };
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {t(isSigned ? 'wallet.proof.kept' : 'wallet.pin.name')}
      </Button>
      <Drawer
        position="right"
        size={400}
        opened={isOpen}
        onClose={close}
        title={t(isSigned ? 'wallet.proof.keptOf' : 'wallet.pin.title', { name: card.fields.name })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {isOpen && found !== undefined && (
          <Stack gap="xl">
            {!isSigned && <PinForm card={card} found={found} onDone={close} />}
            <ProofsAway customerId={card.id} saysNone={isSigned} />
          </Stack>
        )}
      </Drawer>
    </>
  );
};

interface PinFormProps {
  readonly card: Card;
  readonly found: OutputOf<'spendingPins.find'>;
  readonly onDone: () => void;
}

const PinForm = ({ card, found, onDone }: PinFormProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { done } = useUndo();
  const field = usePinField();
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState(noPin);
  const set = useCommand('spendingPins.set', { quiet: true });
  const remove = useCommand('spendingPins.remove', { quiet: true });
  const { hasPin, changedAt } = found;
  const mayForget = may('loyalty.adjust');
  const knows = !hasPin || mayForget || current !== '';
  const ofCustomer = { customerId: card.id, currentPin: hasPin && current !== '' ? current : null };
  const problem = set.error ?? remove.error;
  const told = (word: 'set' | 'changed' | 'removed') => (change: { readonly changedAt: number }) => {
    done({
      label: t(`wallet.pin.done.${word}`, { name: card.fields.name }),
      undo: () => client.spendingPins.takeBack({ customerId: card.id, changedAt: change.changedAt }),
    });
    onDone();
  };
  const failed = (): void => {
    setCurrent('');
  };
  const save = (): void => {
    if (!knows || !isReadyPin(fresh)) return;
    remove.reset();
    set.mutate({ ...ofCustomer, pin: fresh.pin }, { onSuccess: told(hasPin ? 'changed' : 'set'), onError: failed });
  };
  return (
    <SaveForm
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Stack>
        <Text size="sm" role="status">
          {!hasPin || changedAt === null ? (
            t('wallet.pin.none')
          ) : (
            <>
              {t('wallet.pin.since')} <MomentText at={changedAt} />
            </>
          )}
        </Text>
        {hasPin && (
          <PasswordInput
            {...field}
            data-autofocus
            label={t('wallet.pin.current')}
            description={mayForget ? t('wallet.pin.forgotten') : t('wallet.pin.forgottenAsk')}
            value={current}
            onChange={(event) => {
              setCurrent(digitsOf(event.currentTarget.value));
            }}
          />
        )}
        <NewSpendingPin value={fresh} hasFocus={!hasPin} onChange={setFresh} />
        {problem !== null && (
          <Text size="sm" c="var(--regulars-danger-text)" role="alert">
            {errorText(t, problem)}
          </Text>
        )}
        <Group justify="space-between">
          {hasPin ? (
            <Button
              variant="default"
              disabled={!knows}
              loading={remove.isPending}
              onClick={() => {
                set.reset();
                remove.mutate(ofCustomer, { onSuccess: told('removed'), onError: failed });
              }}
            >
              {t('wallet.pin.remove')}
            </Button>
          ) : (
            <span />
          )}
          <Button type="submit" disabled={!knows || !isReadyPin(fresh)} loading={set.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </SaveForm>
  );
};
