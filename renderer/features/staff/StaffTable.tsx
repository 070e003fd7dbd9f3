import { ActionIcon, Badge, Button, Group, Select, Switch, Table, Text, Tooltip } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconNote } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { isBuiltInRole } from '../../../shared/contract/roles.ts';
import { roleId as toRoleId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { DateText } from '../../components/DateText.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { StaffHandover } from '../settings/StaffHandover.tsx';
import { SetPin } from './SetPin.tsx';
import { StaffNote } from './StaffNote.tsx';
import { roleName } from './roleName.ts';

type Staff = OutputOf<'staff.list'>['staff'][number];
export type Role = OutputOf<'staff.roles'>['roles'][number];

/** What a select gives back is text; it is one of the roles that were offered. */
const roleOf = (roles: readonly Role[], text: string | null): Role['role'] | null =>
  roles.find(({ role }) => role === text)?.role ?? null;

interface StaffTableProps {
  readonly staff: readonly Staff[];
  readonly roles: readonly Role[];
}

/** Everybody who works here or did: name, role, PIN, and whether they still come. */
export const StaffTable = ({ staff, roles }: StaffTableProps) => {
  const { t } = useTranslation();
  const owners = useOperation('handovers.listOwners', {}).data?.owners ?? [];
  const ownedBy = (staffId: string | null): number => owners.find((owner) => owner.staffId === staffId)?.customers ?? 0;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('staff.list.name')}</Table.Th>
          <Table.Th w="11rem">{t('staff.list.role')}</Table.Th>
          <Table.Th>{t('staff.list.pin')}</Table.Th>
          <Table.Th>{t('staff.list.customers')}</Table.Th>
          <Table.Th w="11rem">{t('staff.list.atWork')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {staff.map((person) => (
          <StaffRow key={person.id} person={person} roles={roles} customers={ownedBy(person.id)} />
        ))}
        <Table.Tr>
          <Table.Td colSpan={3} c="dimmed">
            {t('card.handover.unownedRow')}
          </Table.Td>
          <Table.Td colSpan={2}>
            <Owned staffId={null} name={t('card.handover.unownedRow')} customers={ownedBy(null)} />
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
};

/** Whose customers, and the way to pass them on. */
const Owned = (props: { readonly staffId: string | null; readonly name: string; readonly customers: number }) => {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Group gap="xs" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {t('card.handover.count', { count: props.customers })}
      </Text>
      {may('staff.write') && <StaffHandover {...props} />}
    </Group>
  );
};

interface StaffRowProps {
  readonly person: Staff;
  readonly roles: readonly Role[];
  readonly customers: number;
}

const StaffRow = ({ person, roles, customers }: StaffRowProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { done } = useUndo();
  const update = useCommand('staff.update');
  const setRole = useCommand('staff.setRole');
  const removePin = useCommand('staff.removePin');
  const [isSetting, setIsSetting] = useState(false);
  const [isNoting, setIsNoting] = useState(false);
  const { id: staffId, name } = person;
  const held = roles.find(({ role }) => role === person.role);
  // The same rule as at the gate: a manager is in charge of those who manage nobody.
  const isInCharge = may('staff.permissions') || (may('staff.write') && !(held?.permissions.includes('staff.write') ?? false));

  const switchTo = async (isActive: boolean): Promise<void> => {
    await update.mutateAsync({ staffId, isActive });
    done({
      label: t(isActive ? 'settings.staff.returned' : 'settings.staff.left', { name }),
      undo: () => call('staff.update', { staffId, isActive: !isActive }),
    });
  };
  const give = async (role: Role['role']): Promise<void> => {
    const { before } = await setRole.mutateAsync({ staffId, role });
    done({ label: t('staff.list.roleChanged', { name }), undo: () => call('staff.setRole', { staffId, role: before }) });
  };
  /** Nothing brings the PIN back: it is kept as nobody can read it. */
  const takePin = (): void => {
    modals.openConfirmModal({
      title: t('staff.pin.askRemove', { name }),
      children: <Text size="sm">{t('staff.pin.removeText')}</Text>,
      labels: { confirm: t('staff.pin.remove'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => removePin.mutate({ staffId }),
    });
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          <Text size="sm" fw={600} {...(person.isActive ? {} : { c: 'dimmed' })}>
            {name}
          </Text>
          {may('private.staff_notes') && (
            <Tooltip label={t('staff.note.of', { name })}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('staff.note.of', { name })}
                onClick={() => setIsNoting(true)}
              >
                <IconNote size={16} stroke={1.7} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </Group>
        {isNoting && <StaffNote person={person} onClose={() => setIsNoting(false)} />}
      </Table.Td>
      <Table.Td>
        {may('staff.permissions') ? (
          <Select
            size="xs"
            aria-label={t('staff.list.roleOf', { name })}
            data={roles.map(({ role, name: own }) => ({ value: role, label: roleName(t, role, own) }))}
            value={person.role}
            allowDeselect={false}
            disabled={!person.isActive}
            onChange={(chosen) => {
              const role = roleOf(roles, chosen);
              if (role !== null && role !== person.role) void give(role).catch(() => undefined);
            }}
          />
        ) : (
          <Text size="sm">{roleName(t, person.role, held?.name ?? null)}</Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Badge variant="light" color={person.hasPin ? 'jade' : 'gray'}>
            {t(person.hasPin ? 'staff.list.hasPin' : 'staff.list.onlyName')}
          </Badge>
          {isInCharge && person.isActive && (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`${t(person.hasPin ? 'staff.pin.reset' : 'staff.pin.set')} ${name}`}
              onClick={() => setIsSetting(true)}
            >
              {t(person.hasPin ? 'staff.pin.reset' : 'staff.pin.set')}
            </Button>
          )}
          {isInCharge && person.hasPin && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              aria-label={`${t('staff.pin.remove')} ${name}`}
              onClick={takePin}
            >
              {t('staff.pin.remove')}
            </Button>
          )}
        </Group>
        {isSetting && <SetPin person={person} onClose={() => setIsSetting(false)} />}
      </Table.Td>
      <Table.Td>
        <Owned staffId={staffId} name={name} customers={customers} />
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Switch
            size="sm"
            checked={person.isActive}
            disabled={!isInCharge}
            label={t('settings.staff.active')}
            aria-label={t('settings.staff.activeOf', { name })}
            onChange={(event) => void switchTo(event.currentTarget.checked).catch(() => undefined)}
          />
          {person.leftOn !== null && (
            <Text size="sm" c="dimmed">
              <DateText date={person.leftOn} />
            </Text>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
};

/** The id of a role of the shop's own; null for a built-in one. */
export const ownRoleId = (role: Role['role']) => (isBuiltInRole(role) ? null : toRoleId(role));
