import { Checkbox, Group, Input, SegmentedControl, Stack, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { shopSettingsSchema, type ShopSettings } from '../../../shared/contract/settings.ts';

const { receiptPaper } = shopSettingsSchema.shape;

/** What a receipt is printed on, when, and what stands at its foot (R053). */
export const ReceiptSettingsFields = ({ form }: { readonly form: UseFormReturnType<ShopSettings> }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" component="section" aria-label={t('printing.settings.title')}>
      <Group gap="xl" align="flex-end">
        <Input.Wrapper label={t('printing.settings.paper')} labelElement="div">
          <SegmentedControl
            display="flex"
            {...form.getInputProps('receiptPaper')}
            aria-label={t('printing.settings.paper')}
            data={receiptPaper.options.map((value) => ({ value, label: value.replace('mm', ' mm') }))}
          />
        </Input.Wrapper>
        <Checkbox label={t('printing.settings.atOnce')} {...form.getInputProps('receiptAtOnce', { type: 'checkbox' })} />
      </Group>
      <Textarea
        maw="32rem"
        autosize
        minRows={2}
        maxRows={4}
        maxLength={200}
        label={t('printing.settings.footer')}
        placeholder={t('printing.settings.footerHint')}
        {...form.getInputProps('receiptFooter')}
      />
    </Stack>
  );
};
