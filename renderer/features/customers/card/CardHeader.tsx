import { Button, Group, Kbd, Menu, Stack } from '@mantine/core';
import {
  IconArrowsExchange,
  IconCalendarEvent,
  IconUserCheck,
  IconDoorEnter,
  IconListCheck,
  IconPencil,
  IconPhone,
  IconPrinter,
  IconTargetArrow,
  IconTrash,
  IconUserPause,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUndo } from '../../../app/useUndo.tsx';
import { call } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/useCommand.ts';
import { StatementDialog } from '../../printing/StatementDialog.tsx';
import { MembershipBadge } from '../../memberships/MembershipBadge.tsx';
import type { Card } from '../form/customerValues.ts';
import { avatarText } from './avatar.ts';
import classes from './Card.module.css';
import { NameLine } from './NameLine.tsx';
import { PhoneLine } from './PhoneLine.tsx';

interface CardHeaderProps {
  readonly card: Card;
  readonly onLogCall: () => void;
  readonly onHandOver: () => void;
  readonly onMakeInactive: () => void;
  readonly onRemove: () => void;
}

/** Who this is, and what can be done for them. */
export const CardHeader = ({ card, onLogCall, onHandOver, onMakeInactive, onRemove }: CardHeaderProps) => {
  const { t } = useTranslation();
  const customerId = card.id;
  const { done } = useUndo();
  const [isPrinting, setIsPrinting] = useState(false);
  const update = useCommand('customers.update');
  const convert = async (): Promise<void> => {
    const { before, verifications } = await update.mutateAsync({ customerId, changes: { status: 'customer' } });
    done({
      label: t('card.converted', { name: card.fields.name }),
      undo: () => call('customers.update', { customerId, changes: before, verifications }),
    });
  };
  return (
    <Group component="header" justify="space-between" wrap="nowrap" px="md" pt="md" pb="sm" gap="md">
      <Group wrap="nowrap" gap="md" miw={0}>
        <span className={classes['avatar']} aria-hidden>
          {avatarText(card.fields.name)}
        </span>
        <Stack gap={2} miw={0}>
          <h1 className={classes['name']}>
            <NameLine card={card} size="xl" />
          </h1>
          <Group gap="xs">
            <PhoneLine card={card} />
            <MembershipBadge customerId={card.id} />
          </Group>
        </Stack>
      </Group>
      <Group gap="xs" wrap="nowrap" flex="none">
        <Button
          leftSection={<IconDoorEnter size={18} stroke={1.7} aria-hidden />}
          rightSection={<Kbd size="xs">F2</Kbd>}
          renderRoot={(props) => <Link {...props} to="/visit" search={{ customerId }} />}
        >
          {t('customers.card.visit')}
        </Button>
        <Button variant="default" leftSection={<IconPhone size={18} stroke={1.7} aria-hidden />} onClick={onLogCall}>
          {t('customers.card.logCall')}
        </Button>
        <Menu position="bottom-end" width={190} shadow="md">
          <Menu.Target>
            <Button variant="default">{t('customers.card.more')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPencil size={16} stroke={1.7} aria-hidden />}
              renderRoot={(props) => <Link {...props} to="/customers/$customerId/edit" params={{ customerId }} />}
            >
              {t('customers.card.edit')}
            </Menu.Item>
            {card.removedAt === null && (
              <Menu.Item
                leftSection={<IconCalendarEvent size={16} stroke={1.7} aria-hidden />}
                renderRoot={(props) => <Link {...props} to="/appointments" search={{ customerId }} />}
              >
                {t('appointments.card.book')}
              </Menu.Item>
            )}
            {card.removedAt === null && (
              <Menu.Item
                leftSection={<IconTargetArrow size={16} stroke={1.7} aria-hidden />}
                rightSection={<Kbd size="xs">O</Kbd>}
                renderRoot={(props) => <Link {...props} to="/opportunities" search={{ customerId }} />}
              >
                {t('opportunities.add')}
              </Menu.Item>
            )}
            {card.removedAt === null && (
              <Menu.Item
                leftSection={<IconListCheck size={16} stroke={1.7} aria-hidden />}
                renderRoot={(props) => <Link {...props} to="/tasks" search={{ customerId }} />}
              >
                {t('tasks.templates.apply')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconArrowsExchange size={16} stroke={1.7} aria-hidden />} onClick={onHandOver}>
              {t('card.handover.open')}
            </Menu.Item>
            {card.fields.status === 'prospect' && (
              <Menu.Item leftSection={<IconUserCheck size={16} stroke={1.7} aria-hidden />} onClick={() => void convert()}>
                {t('card.convert')}
              </Menu.Item>
            )}
            <Menu.Item
              leftSection={<IconPrinter size={16} stroke={1.7} aria-hidden />}
              onClick={() => {
                setIsPrinting(true);
              }}
            >
              {t('printing.statement.open')}
            </Menu.Item>
            {card.removedAt === null && card.inactive === null && (
              <Menu.Item leftSection={<IconUserPause size={16} stroke={1.7} aria-hidden />} onClick={onMakeInactive}>
                {t('inactive.make')}
              </Menu.Item>
            )}
            <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />} onClick={onRemove}>
              {t('customers.card.remove')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <StatementDialog
          customerId={customerId}
          isOpen={isPrinting}
          onClose={() => {
            setIsPrinting(false);
          }}
        />
      </Group>
    </Group>
  );
};
