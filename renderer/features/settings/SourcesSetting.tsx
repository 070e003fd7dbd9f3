import { TagsInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/settings.ts';
import { sourcesOf } from '../../../shared/domain/referrals/sources.ts';

/** Where customers come from, in the shop's own words (R091): what the field of a card offers. */
export const SourcesSetting = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  return (
    <TagsInput
      mt="sm"
      label={t('referrals.sources.settings')}
      maxTags={40}
      clearable={false}
      value={[...sourcesOf(form.values)]}
      error={form.errors['customerSources']}
      onChange={(sources) => {
        form.setFieldValue('customerSources', sources);
      }}
    />
  );
};
