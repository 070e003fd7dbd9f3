import { ActionIcon, Badge, Group, Menu, Text } from '@mantine/core';
import { IconCircleCheck, IconDots, IconPencil, IconPhoneOff, IconStar, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../../components/phone.ts';
import { VerifiedMark } from '../facts/VerifiedMark.tsx';
import type { Card } from '../form/customerValues.ts';
import classes from './Contact.module.css';
import { useContactMethods, type ContactMethod } from './useContactMethods.ts';

interface ContactMethodRowProps {
  readonly card: Card;
  readonly method: ContactMethod;
  readonly onEdit: () => void;
}

/** A value as it is read: phones in groups. */
const shown = ({ type, value }: ContactMethod): string => (type === 'mobile' || type === 'landline' ? formatPhone(value) : value);

/** One way to reach the person: what kind, what, whether it is right; everything that can be done in its menu. */
export const ContactMethodRow = ({ card, method, onEdit }: ContactMethodRowProps) => {
  const { t } = useTranslation();
  const { mark, remove } = useContactMethods(card);
  const { type, label, isPrimary, isValid, verifiedOn } = method;
  const isOneOfSeveral = card.contactMethods.some(
    (other) => other.id !== method.id && t(`card.contact.kind.${other.type}`) === t(`card.contact.kind.${type}`),
  );
  return (
    <div className={classes['row']}>
      <Text span size="sm" c="dimmed" truncate title={label ?? undefined}>
        {type === 'social' && label !== null ? label : t(`card.contact.type.${type}`)}
      </Text>
      <div className={classes['value']}>
        <Text span size="sm" {...(isValid ? {} : { td: 'line-through', c: 'dimmed' })}>
          {shown(method)}
        </Text>
        {label !== null && type !== 'social' && (
          <Text span size="xs" c="dimmed">
            {label}
          </Text>
        )}
        {isPrimary && isOneOfSeveral && (
          <Badge size="xs" variant="light">
            {t('card.contact.primary')}
          </Badge>
        )}
        {!isValid && (
          <Badge size="xs" color="red" variant="light">
            {t('card.contact.invalid')}
          </Badge>
        )}
        {isValid && verifiedOn !== null && <VerifiedMark on={verifiedOn} source="confirmed" />}
      </div>
      <Group gap={0} wrap="nowrap">
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`${t('common.edit')} ${method.value}`} onClick={onEdit}>
          <IconPencil size={15} stroke={1.7} aria-hidden />
        </ActionIcon>
        <Menu position="bottom-end" width={200} shadow="md">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('card.contact.more', { value: method.value })}>
              <IconDots size={15} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconCircleCheck size={16} stroke={1.7} aria-hidden />}
              onClick={() => void mark(method, { isVerified: true }, 'verified')}
            >
              {t('card.contact.verify')}
            </Menu.Item>
            {!isPrimary && (
              <Menu.Item
                leftSection={<IconStar size={16} stroke={1.7} aria-hidden />}
                onClick={() => void mark(method, { isPrimary: true }, 'primary')}
              >
                {t('card.contact.makePrimary')}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconPhoneOff size={16} stroke={1.7} aria-hidden />}
              onClick={() => void mark(method, { isValid: !isValid }, isValid ? 'invalid' : 'valid')}
            >
              {t(isValid ? 'card.contact.markInvalid' : 'card.contact.markValid')}
            </Menu.Item>
            <Menu.Item
              color="red"
              leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
              onClick={() => void remove(method)}
            >
              {t('common.delete')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </div>
  );
};
