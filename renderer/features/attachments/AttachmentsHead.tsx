import { Button, FileButton, Group, SegmentedControl, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { consents, type Consent } from '../../../shared/domain/attachments/consent.ts';
import { roomText } from './roomText.ts';

interface AttachmentsHeadProps {
  readonly isInBin: boolean;
  readonly listed: OutputOf<'attachments.list'>;
  readonly consent: Consent;
  readonly onConsent: (consent: Consent) => void;
  readonly onAdd: (files: File[]) => void;
  readonly onShowBin: (isInBin: boolean) => void;
}

/** The way to add and the way into the bin, what the customer agreed to, and how much room is taken. */
export const AttachmentsHead = ({ isInBin, listed, consent, onConsent, onAdd, onShowBin }: AttachmentsHeadProps) => {
  const { t } = useTranslation();
  const { total, binCount, usedBytes, quotaBytes } = listed;
  return (
    <>
      <Group justify="space-between">
        {isInBin ? (
          <Button
            variant="default"
            onClick={() => {
              onShowBin(false);
            }}
          >
            {t('attachments.leaveBin')}
          </Button>
        ) : (
          <Group gap="md">
            <FileButton onChange={onAdd} multiple accept="image/*,.pdf,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.txt,.csv,.md">
              {(props) => (
                <Button {...props} leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />}>
                  {t('attachments.add')}
                </Button>
              )}
            </FileButton>
            <ConsentChoice consent={consent} onConsent={onConsent} />
          </Group>
        )}
        <Group gap="md">
          <Text size="xs" c="dimmed">
            {t('attachments.count', { count: total })} ·{' '}
            {t('attachments.used', { used: roomText(usedBytes), quota: roomText(quotaBytes) })}
          </Text>
          {!isInBin && binCount > 0 && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              onClick={() => {
                onShowBin(true);
              }}
            >
              {t('attachments.bin', { count: binCount })}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {isInBin ? t('attachments.binHint') : t('attachments.hint')}
      </Text>
    </>
  );
};

/** What the customer agreed to, for the photos that are added next. */
const ConsentChoice = ({ consent, onConsent }: Pick<AttachmentsHeadProps, 'consent' | 'onConsent'>) => {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {t('attachments.consentQuestion')}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={t('attachments.consentQuestion')}
        value={consent}
        onChange={(value) => {
          onConsent(consents.find((one) => one === value) ?? 'unasked');
        }}
        data={consents.map((value) => ({ value, label: t(`attachments.consent.${value}`) }))}
      />
    </Group>
  );
};
