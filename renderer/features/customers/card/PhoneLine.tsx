import { ActionIcon, Badge, Group, Text, Tooltip } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PhoneText } from '../../../components/PhoneText.tsx';
import { useCopy } from '../../../components/useCopy.ts';
import type { Card } from '../form/customerValues.ts';

/** How the person is reached, and whose customer it is. */
export const PhoneLine = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const copy = useCopy();
  const { wechat, region, doNotContact, consentOn, consentWithdrawnOn } = card.fields;
  const phones = card.contactMethods.filter(({ type }) => type === 'mobile' || type === 'landline');
  // The one to call: a number known to be wrong only when there is no other.
  const shown = phones.find(({ isValid }) => isValid) ?? phones[0];
  const phone = shown?.value ?? null;
  const isConsentWithdrawn = consentWithdrawnOn !== null && (consentOn === null || consentOn <= consentWithdrawnOn);
  const others = [
    wechat === null ? '' : t('customers.card.wechat', { id: wechat }),
    card.ownerName === null ? '' : t('customers.card.owner', { name: card.ownerName }),
    region ?? '',
  ].filter((fact) => fact !== '');
  return (
    <Group gap={6} mih={26} miw={0}>
      <PhoneText phone={phone} size="sm" fw={phone === null ? 400 : 700} />
      {phone !== null && (
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
