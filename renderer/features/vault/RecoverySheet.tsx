import { Alert, Box, Button, Checkbox, Flex, Group, Modal, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useShop } from '../../app/shop.tsx';
import { useErrorToast } from '../../app/useErrorToast.tsx';
import { client } from '../../ipc/client.ts';
import classes from './RecoverySheet.module.css';

type Words = OutputOf<'vault.encrypt'>;
type Language = 'zh-CN' | 'en';

// The drawing of QR codes is large and wanted once in a year.
const RecoveryQr = lazy(() => import('./RecoveryQr.tsx').then((module) => ({ default: module.RecoveryQr })));

interface RecoverySheetProps {
  readonly words: Words | null;
  /** What the words are for, where it is not the locked store: then the printed sheet, which speaks of the store, is not offered. */
  readonly about?: string;
  readonly onClose: () => void;
}

/** The twelve words, shown this once: the dialog closes only when the person says they are on paper. */
export const RecoverySheet = ({ words, about, onClose }: RecoverySheetProps) => {
  const { t } = useTranslation();
  const [isKept, setIsKept] = useState(false);
  return (
    <Modal
      opened={words !== null}
      onClose={() => undefined}
      title={t('vault.sheet.title')}
      withCloseButton={false}
      closeOnEscape={false}
      size="xl"
      // What a leaving dialog still shows must not outlive the code.
      transitionProps={{ duration: 0 }}
    >
      {words && (
        <Stack>
          <RecoveryWords words={words} about={about ?? null} />
          <Group justify="space-between">
            <Checkbox
              label={t('vault.sheet.kept')}
              checked={isKept}
              onChange={(event) => setIsKept(event.currentTarget.checked)}
            />
            <Button
              disabled={!isKept}
              onClick={() => {
                setIsKept(false);
                onClose();
              }}
            >
              {t('vault.sheet.close')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
};

/**
 * The code as words and as a QR code, and the ways onto paper (R191). It lives as long as this is shown: nothing here keeps it, and nothing
 * copies it.
 */
const RecoveryWords = ({ words, about }: { readonly words: Words; readonly about: string | null }) => {
  const { t, i18n } = useTranslation();
  const { today } = useShop();
  const showError = useErrorToast();
  const [language, setLanguage] = useState<Language>(i18n.language === 'en' ? 'en' : 'zh-CN');
  const [isBusy, setIsBusy] = useState(false);
  const [told, setTold] = useState<'no_printer' | 'failed' | null>(null);
  const isEnglish = language === 'en';
  const [own, other] = isEnglish ? [words.english, words.chinese] : [words.chinese, words.english];
  const code = words.english.join(' ');

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setIsBusy(true);
    setTold(null);
    await work().catch(showError);
    setIsBusy(false);
  };
  const print = () =>
    attempt(async () => {
      const { outcome } = await client.shell.printRecoverySheet({ code, language });
      if (outcome === 'printed') notifications.show({ color: 'jade', message: t('vault.sheet.printed') });
      else if (outcome !== 'cancelled') setTold(outcome);
    });
  const save = () =>
    attempt(async () => {
      const suggestedName = `${t('vault.sheet.title')} ${today}.pdf`;
      const saved = await client.shell.saveRecoverySheet({ code, language, suggestedName });
      if (saved !== null) notifications.show({ color: 'jade', message: t('vault.sheet.saved', { file: saved.name }) });
    });
  return (
    <Stack>
      <Text>{about ?? t('vault.sheet.about')}</Text>
      <Flex gap="lg" align="flex-start">
        <Stack flex={1} gap="xs">
          <Group justify="space-between">
            <Text size="sm" c="dimmed">
              {t('vault.sheet.order')}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={t('vault.sheet.language')}
              value={language}
              data={[
                { value: 'zh-CN', label: t('vault.sheet.inChinese') },
                { value: 'en', label: t('vault.sheet.inEnglish') },
              ]}
              onChange={(value) => setLanguage(value === 'en' ? 'en' : 'zh-CN')}
            />
          </Group>
          <SimpleGrid
            component="ol"
            cols={isEnglish ? 3 : 4}
            spacing="xs"
            verticalSpacing="xs"
            className={classes['words'] ?? ''}
            aria-label={t('vault.sheet.title')}
            lang={language}
          >
            {own.map((word, at) => (
              <Group component="li" key={at} gap={8} wrap="nowrap" className={classes['word'] ?? ''}>
                <Text span size="xs" c="dimmed">
                  {at + 1}
                </Text>
                <Text span size={isEnglish ? 'lg' : 'xl'} fw={700} data-word>
                  {word}
                </Text>
              </Group>
            ))}
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {t(isEnglish ? 'vault.sheet.chinese' : 'vault.sheet.english', { words: other.join(' ') })}
          </Text>
        </Stack>
        <Stack w={200} gap={4} flex="none">
          <Box w={200} h={200} className={classes['qr'] ?? ''}>
            <Suspense fallback={null}>
              <RecoveryQr english={words.english} label={t('vault.sheet.qr')} />
            </Suspense>
          </Box>
          <Text size="xs" c="dimmed">
            {t('vault.sheet.qrAbout')}
          </Text>
        </Stack>
      </Flex>
      {told && <Alert color="amber">{t(`vault.sheet.${told}`)}</Alert>}
      {about === null && (
        <Group gap="xs">
          <Button variant="default" disabled={isBusy} onClick={() => void print()}>
            {t('vault.sheet.print')}
          </Button>
          <Button variant="default" disabled={isBusy} onClick={() => void save()}>
            {t('vault.sheet.save')}
          </Button>
          <Text size="xs" c="dimmed" flex={1} miw="14rem">
            {t('vault.sheet.paper')}
          </Text>
        </Group>
      )}
    </Stack>
  );
};
