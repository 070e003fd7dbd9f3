import { Stack, Switch, Text, TextInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { LONGEST_SHARE_TEXT, usualShareText } from '../../../shared/domain/referrals/share.ts';

/** Whether customers get a code to pass on, the shop's words around it (R096), and what those who speak for it are called (R094). */
export const ShareSettings = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  const places = {
    shop: t('referrals.share.places.shop'),
    code: t('referrals.share.places.code'),
    name: t('referrals.share.places.name'),
  };
  return (
    <Stack gap="sm" mt="md">
      <Switch label={t('referrals.share.on')} {...form.getInputProps('referralCodes', { type: 'checkbox' })} />
      <Text size="sm" c="dimmed">
        {t('referrals.share.about')}
      </Text>
      {form.values.referralCodes && (
        <Textarea
          maw="36rem"
          autosize
          minRows={3}
          maxRows={8}
          maxLength={LONGEST_SHARE_TEXT}
          label={t('referrals.share.text')}
          description={t('referrals.share.hint', places)}
          placeholder={usualShareText[form.values.language]}
          {...form.getInputProps('referralShareText')}
        />
      )}
      <TextInput
        w="22rem"
        label={t('advocates.settings.title')}
        description={t('advocates.settings.hint')}
        placeholder={t('advocates.usualTitle')}
        maxLength={20}
        autoComplete="off"
        {...form.getInputProps('advocateTitle')}
      />
    </Stack>
  );
};
