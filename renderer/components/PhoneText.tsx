import { Text, type TextProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPhone } from './phone.ts';

/** A phone number as people read it: 138 1234 5678. */
export const PhoneText = ({
  phone,
  ...props
}: { readonly phone: string | null; readonly className?: string | undefined } & TextProps) => {
  const { t } = useTranslation();
  return phone === null ? (
    <Text span c="dimmed" {...props}>
      {t('common.noPhone')}
    </Text>
  ) : (
    <Text span {...props}>
      {formatPhone(phone)}
    </Text>
  );
};
