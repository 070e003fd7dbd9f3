import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { pinProblem } from '../../../shared/domain/staff/pin.ts';

export interface NewPin {
  readonly pin: string;
  readonly again: string;
}

export const noPin: NewPin = { pin: '', again: '' };

/** Whether the gate would take it. */
export const isReadyPin = ({ pin, again }: NewPin): boolean => pinProblem(pin) === null && pin === again;

interface NewPinFieldsProps {
  readonly value: NewPin;
  readonly hasFocus?: boolean;
  readonly onChange: (value: NewPin) => void;
}

/** A new PIN, typed twice. What is wrong with it is told while it is typed, once it is long enough to tell. */
export const NewPinFields = ({ value, hasFocus = false, onChange }: NewPinFieldsProps) => {
  const { t } = useTranslation();
  const problem = value.pin.length >= 4 ? pinProblem(value.pin) : null;
  const differs = value.again !== '' && !value.pin.startsWith(value.again);
  const common = {
    inputMode: 'numeric',
    autoComplete: 'off',
    maxLength: 8,
    visibilityToggleButtonProps: { 'aria-label': t('staff.lock.showPin') },
  } as const;
  return (
    <>
      <PasswordInput
        label={t('staff.pin.new')}
        description={t('staff.pin.about')}
        value={value.pin}
        error={problem === null ? undefined : t(`errors.issue.${problem}`)}
        data-autofocus={hasFocus || undefined}
        onChange={(event) => onChange({ ...value, pin: event.currentTarget.value.replaceAll(/\D/g, '') })}
        {...common}
      />
      <PasswordInput
        label={t('staff.pin.again')}
        value={value.again}
        error={differs ? t('staff.pin.differs') : undefined}
        onChange={(event) => onChange({ ...value, again: event.currentTarget.value.replaceAll(/\D/g, '') })}
        {...common}
      />
    </>
  );
};
