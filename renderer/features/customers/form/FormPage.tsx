import { Box, Button, Kbd, ScrollArea } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../components/PageHeader.tsx';

interface FormPageProps {
  readonly title: string;
  readonly text?: string;
  readonly formId: string;
  readonly isSaving: boolean;
  readonly saveLabel: string;
  readonly children: ReactNode;
}

/** A page that is one form: its actions stay at the head while the fields scroll. */
export const FormPage = ({ title, text, formId, isSaving, saveLabel, children }: FormPageProps) => {
  const { t } = useTranslation();
  const router = useRouter();
  return (
    <Box h="100%" display="flex" style={{ flexDirection: 'column' }}>
      <Box maw={900}>
        <PageHeader title={title} text={text}>
          <Button
            variant="default"
            onClick={() => {
              router.history.back();
            }}
          >
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} loading={isSaving} rightSection={<Kbd size="xs">Ctrl ⏎</Kbd>}>
            {saveLabel}
          </Button>
        </PageHeader>
      </Box>
      <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
        <Box px="md" pb="lg" maw={900}>
          {children}
        </Box>
      </ScrollArea>
    </Box>
  );
};
