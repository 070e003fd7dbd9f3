import { ActionIcon, Button, Group, Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconKey, IconLock, IconSchool } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeOwnPin } from '../features/staff/ChangeOwnPin.tsx';
import { askFor } from '../features/staff/nextPerson.ts';
import { roleName } from '../features/staff/roleName.ts';
import { useCommand } from '../ipc/useCommand.ts';
import { useSession } from './session.ts';

/** Who sits here, the way to the next person, and the lock. A shop without accounts shows nothing. */
export const DeskMenu = () => {
  const { t } = useTranslation();
  const session = useSession();
  const lock = useCommand('staff.lock');
  const [isChanging, setIsChanging] = useState(false);
  if (!session?.staff) return null;
  const { staff, people } = session;
  const others = people.filter(({ staffId }) => staffId !== staff.staffId);
  return (
    <Group gap={4} wrap="nowrap">
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            maw="9rem"
            rightSection={<IconChevronDown size={14} stroke={1.7} aria-hidden />}
            aria-label={t('staff.desk.of', { name: staff.name })}
          >
            {staff.name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{roleName(t, staff.role, staff.roleName)}</Menu.Label>
          <Menu.Item leftSection={<IconKey size={16} stroke={1.7} aria-hidden />} onClick={() => setIsChanging(true)}>
            {t('staff.pin.change')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconSchool size={16} stroke={1.7} aria-hidden />}
            renderRoot={(props) => <Link {...props} to="/settings/privacy" />}
          >
            {t('privacy.page.open')}
          </Menu.Item>
          {others.length > 0 && (
            <>
              <Menu.Divider />
              <Menu.Label>{t('staff.desk.switch')}</Menu.Label>
              {others.slice(0, 12).map(({ staffId, name }) => (
                <Menu.Item
                  key={staffId}
                  onClick={() => {
                    askFor(staffId);
                    lock.mutate({});
                  }}
                >
                  {name}
                </Menu.Item>
              ))}
            </>
          )}
          <Menu.Divider />
          <Menu.Label maw="16rem">
            {t(session.autoLockMinutes === 0 ? 'staff.lock.neverByItself' : 'staff.lock.byItself', {
              count: session.autoLockMinutes,
            })}
          </Menu.Label>
        </Menu.Dropdown>
      </Menu>
      <Tooltip label={`${t('staff.desk.lock')} · Ctrl L`}>
        <ActionIcon variant="subtle" color="gray" aria-label={t('staff.desk.lock')} onClick={() => lock.mutate({})}>
          <IconLock size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Tooltip>
      {isChanging && <ChangeOwnPin onClose={() => setIsChanging(false)} />}
    </Group>
  );
};
