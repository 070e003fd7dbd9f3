import { Box, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/contract.ts';
import { switchLanguage, type Language } from '../text/i18n.ts';
import { ClerkReturn } from './ClerkReturn.tsx';
import { DetailsForm } from './DetailsForm.tsx';
import classes from './Facing.module.css';

export type FacingForm = OutputOf<'intake.form'>;

const languages = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
] as const satisfies readonly { readonly value: Language; readonly label: string }[];

/** What the customer sees: the questions in either language, thanks, or a greeting while nobody is asked. */
export const FacingPage = ({ form, isOnlyScreen }: { readonly form: FacingForm | null; readonly isOnlyScreen: boolean }) => {
  const { t, i18n } = useTranslation();
  const [isSent, setIsSent] = useState(false);
  if (form === null) return null;
  return (
    <Box className={classes['page']} component="main">
      <Box className={classes['column']}>
        <Group justify="space-between" mb="xl" wrap="nowrap">
          <Text fz="lg" fw={700} truncate>
            {form.shopName}
          </Text>
          <SegmentedControl
            size="md"
            aria-label={t('facing.language')}
            value={i18n.language}
            onChange={(value) => {
              const wanted = languages.find((language) => language.value === value);
              if (wanted !== undefined) void switchLanguage(wanted.value);
            }}
            data={[...languages]}
          />
        </Group>
        {form.isOpen ? (
          <DetailsForm
            form={form}
            onSent={() => {
              setIsSent(true);
            }}
          />
        ) : (
          <Stack gap="sm" py="xl" role="status">
            <Title order={1} fz="2rem">
              {isSent ? t('facing.thanks.title') : t('facing.idle.title')}
            </Title>
            <Text fz="lg">{isSent ? t('facing.thanks.text') : t('facing.idle.text')}</Text>
          </Stack>
        )}
      </Box>
      {isOnlyScreen && <ClerkReturn />}
    </Box>
  );
};
