import { ActionIcon, Menu } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SnoozeEnd } from '../../../shared/contract/callbacks.ts';
import { addDays, addMonths } from '../../../shared/types/time.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { useSnooze, type SnoozedRule } from './useSnooze.ts';

interface SnoozeMenuProps {
  readonly customerId: string;
  readonly rule: SnoozedRule;
}

/** Leaves this one reason of this person unsaid for a time; the others stay (X05). */
export const SnoozeMenu = ({ customerId, rule }: SnoozeMenuProps) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { snooze } = useSnooze();
  const may = useMay()('callbacks.write');
  if (!may) return null;
  const ends: readonly (readonly [string, SnoozeEnd])[] = [
    [t('callbacks.snooze.week'), { kind: 'day', on: addDays(today, 7) }],
    [t('callbacks.snooze.month'), { kind: 'day', on: addMonths(today, 1) }],
    [t('callbacks.snooze.quarter'), { kind: 'day', on: addMonths(today, 3) }],
    [t('callbacks.snooze.debtPaid'), { kind: 'debt_paid' }],
    [t('callbacks.snooze.forGood'), { kind: 'for_good' }],
  ];
  const label = t('callbacks.snooze.label', { rule: t(`settings.list.rule.${rule}`) });
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} title={label}>
          <IconBellOff size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {ends.map(([words, until]) => (
          <Menu.Item
            key={words}
            onClick={() => {
              snooze(customerId, rule, until);
            }}
          >
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
};
