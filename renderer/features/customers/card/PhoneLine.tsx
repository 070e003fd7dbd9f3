import { ActionIcon, Badge, Group, Text, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PhoneText } from '../../../components/PhoneText.tsx';
import { isMasked } from '../../../../shared/domain/masking/shown.ts';
import { RevealEye } from '../../reveal/RevealEye.tsx';
import { phoneToCall, useReveal } from '../../reveal/useReveal.ts';
import { useCopy } from '../../../components/useCopy.ts';
import { ConsentBadges } from '../../privacy/ConsentBadges.tsx';
import type { Card } from '../form/customerValues.ts';

/** How the person is reached, and whose customer it is. */
export const PhoneLine = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const copy = useCopy();
  const { wechat: maskedWechat, region, doNotContact, consentOn, consentWithdrawnOn } = card.fields;
  const phones = card.contactMethods.filter(({ type }) => type === 'mobile' || type === 'landline');
  const reveal = useReveal(card.id);
  const shown = phoneToCall(phones);
  const phone = (reveal.shown === null ? shown : phoneToCall(reveal.shown))?.value ?? null;
  const hasHidden = card.contactMethods.some(({ value }) => isMasked(value));
  const isConsentWithdrawn = consentWithdrawnOn !== null && (consentOn === null || consentOn <= consentWithdrawnOn);
  const wechat = reveal.shown?.find(({ type }) => type === 'wechat')?.value ?? maskedWechat;
  const others = [
    wechat === null ? '' : t('customers.card.wechat', { id: wechat }),
    card.ownerName === null ? '' : t('customers.card.owner', { name: card.ownerName }),
    region ?? '',
  ].filter((fact) => fact !== '');
  return (
    <Group gap={6} mih={26} miw={0}>
      <PhoneText phone={phone} size="sm" fw={phone === null ? 400 : 700} />
      {hasHidden && <RevealEye reveal={reveal} />}
      {phone !== null && !hasHidden && (
        <Tooltip label={t('common.copy')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('common.copy')}
            onClick={() => {
              copy(phone);
            }}
          >
            <IconCopy size={15} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
      {shown?.isValid === false && (
        <Badge size="sm" color="red" variant="light" flex="none">
          {t('card.contact.invalid')}
        </Badge>
      )}
      {isConsentWithdrawn && (
        <Badge size="sm" color="red" variant="light" flex="none" title={consentWithdrawnOn}>
          {t('card.contact.consentWithdrawn')}
        </Badge>
      )}
      <ConsentBadges customerId={card.id} />
      {doNotContact && (
        <Badge size="sm" color="red" flex="none">
          {t('customers.card.doNotContact')}
        </Badge>
      )}
      {others.map((fact) => (
        <Text key={fact} span size="sm" c="dimmed" truncate maw="16rem" title={fact} ml={6}>
          {fact}
        </Text>
      ))}
    </Group>
  );
};
