import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LONGEST_SPENDING_PIN, SHORTEST_SPENDING_PIN, spendingPinProblem } from '../../../shared/domain/wallet/spendingProof.ts';

export interface NewPin {
  readonly pin: string;
  readonly again: string;
}

export const noPin: NewPin = { pin: '', again: '' };

/** Whether the gate would take it. */
export const isReadyPin = ({ pin, again }: NewPin): boolean => spendingPinProblem(pin) === null && pin === again;

/** What every field for a spending PIN is like: figures, hidden, kept by no browser. */
export const usePinField = () => {
  const { t } = useTranslation();
  return {
    inputMode: 'numeric',
    autoComplete: 'off',
    maxLength: LONGEST_SPENDING_PIN,
    visibilityToggleButtonProps: { 'aria-label': t('staff.lock.showPin') },
  } as const;
};

export const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

interface NewSpendingPinProps {
  readonly value: NewPin;
  readonly hasFocus: boolean;
  readonly onChange: (value: NewPin) => void;
}

/** A new spending PIN, typed twice by the customer. */
export const NewSpendingPin = ({ value, hasFocus, onChange }: NewSpendingPinProps) => {
  const { t } = useTranslation();
  const field = usePinField();
  const problem = value.pin.length >= SHORTEST_SPENDING_PIN ? spendingPinProblem(value.pin) : null;
  const differs = value.again !== '' && !value.pin.startsWith(value.again);
  return (
    <>
      <PasswordInput
        {...field}
        label={t('wallet.pin.new')}
        description={t('wallet.pin.about')}
        value={value.pin}
        error={problem === null ? undefined : t(`errors.issue.${problem}`)}
        data-autofocus={hasFocus || undefined}
        onChange={(event) => onChange({ ...value, pin: digitsOf(event.currentTarget.value) })}
      />
      <PasswordInput
        {...field}
        label={t('wallet.pin.again')}
        value={value.again}
        error={differs ? t('staff.pin.differs') : undefined}
        onChange={(event) => onChange({ ...value, again: digitsOf(event.currentTarget.value) })}
      />
    </>
  );
};
