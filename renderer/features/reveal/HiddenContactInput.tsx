import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { RevealEye } from './RevealEye.tsx';
import { phoneToCall, useReveal } from './useReveal.ts';

interface HiddenContactInputProps {
  readonly customerId: CustomerId;
  readonly field: 'phone' | 'wechat' | 'email';
  readonly label: string;
  readonly hideLabel: boolean;
  readonly value: string;
  /** The value in full, once somebody had a reason to see it: it may be edited from then on. */
  readonly onShown: (value: string) => void;
}

/** A contact field whose value is masked: shown, not editable, and never written back as it looks (R192). */
export const HiddenContactInput = ({ customerId, field, label, hideLabel, value, onShown }: HiddenContactInputProps) => {
  const { t } = useTranslation();
  const reveal = useReveal(customerId);
  return (
    <TextInput
      {...(hideLabel ? { 'aria-label': label } : { label })}
      value={value}
      readOnly
      description={t('reveal.inForm')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      rightSection={
        <RevealEye
          reveal={{
            ...reveal,
            reveal: async (reason, note) => {
              const methods = await reveal.reveal(reason, note);
              const whole = field === 'phone' ? phoneToCall(methods ?? []) : methods?.find(({ type }) => type === field);
              if (whole !== undefined) onShown(whole.value);
              return methods;
            },
          }}
        />
      }
    />
  );
};
