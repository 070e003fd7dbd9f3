import { Checkbox, Stack, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';

const MOST_LETTERS = 600;

/** Whether gifts are written down, and for which reasons they are given (R086). */
export const GiftSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Checkbox label={t('gifts.settings.keeps')} {...form.getInputProps('keepsGifts', { type: 'checkbox' })} />
      {form.values.keepsGifts && (
        <Textarea
          w="22rem"
          label={t('gifts.settings.reasons')}
          description={t('gifts.settings.reasonsHint')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={MOST_LETTERS}
          {...form.getInputProps('giftReasons')}
        />
      )}
    </Stack>
  );
};
