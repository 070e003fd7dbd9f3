import { ActionIcon, Checkbox, Group, Table, Text } from '@mantine/core';
import { IconCheck, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { Permission } from '../../../shared/contract/operation.ts';
import { useMay } from '../../app/session.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import classes from './RoleMatrix.module.css';
import { ownRoleId, type Role } from './StaffTable.tsx';
import { roleName } from './roleName.ts';

type Right = OutputOf<'staff.roles'>['rights'][number];

interface RoleMatrixProps {
  readonly roles: readonly Role[];
  /** Every right of the contract, and how many operations ask for it. */
  readonly rights: readonly Right[];
}

/** Who may do what: one row a right, one column a role. Built-in roles are fixed; the shop's own are ticked here. */
export const RoleMatrix = ({ roles, rights }: RoleMatrixProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { done } = useUndo();
  const save = useCommand('staff.saveRole');
  const remove = useCommand('staff.removeRole');
  const mayDecide = may('staff.permissions');

  const tick = async (role: Role, permission: Permission, isTicked: boolean): Promise<void> => {
    const roleId = ownRoleId(role.role);
    const name = role.name ?? '';
    const before = role.permissions;
    const permissions = isTicked ? [...before, permission] : before.filter((held) => held !== permission);
    await save.mutateAsync({ roleId, name, permissions });
    done({
      label: t('staff.roles.changed', { name }),
      undo: () => call('staff.saveRole', { roleId, name, permissions: before }),
    });
  };
  const drop = async (role: Role): Promise<void> => {
    const roleId = ownRoleId(role.role);
    if (roleId === null) return;
    await remove.mutateAsync({ roleId });
    const name = role.name ?? '';
    done({
      label: t('staff.roles.removed', { name }),
      undo: () => call('staff.saveRole', { name, permissions: role.permissions }),
    });
  };
  return (
    <Table className={classes['matrix'] ?? ''} aria-label={t('staff.roles.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('staff.roles.may')}</Table.Th>
          {roles.map((role) => (
            <Table.Th key={role.role} w="7rem" ta="center">
              <Group gap={2} justify="center" wrap="nowrap">
                {roleName(t, role.role, role.name)}
                {mayDecide && ownRoleId(role.role) !== null && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={t('staff.roles.remove', { name: role.name ?? '' })}
                    onClick={() => {
                      void drop(role).catch(() => undefined);
                    }}
                  >
                    <IconTrash size={14} stroke={1.7} aria-hidden />
                  </ActionIcon>
                )}
              </Group>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rights.map(({ permission, operations, isEverybodys }) => (
          <Table.Tr key={permission}>
            <Table.Th scope="row" fw={400}>
              <Text size="sm">{t(`staff.may.${permission}`)}</Text>
              {operations > 0 && (
                <Text size="xs" c="dimmed">
                  {t('staff.roles.operations', { count: operations })}
                </Text>
              )}
            </Table.Th>
            {roles.map((role) => {
              const holds = role.permissions.includes(permission);
              const label = `${roleName(t, role.role, role.name)} · ${t(`staff.may.${permission}`)}`;
              return (
                <Table.Td key={role.role} ta="center">
                  {ownRoleId(role.role) === null ? (
                    holds ? (
                      <IconCheck size={16} stroke={2} color="var(--mantine-color-jade-text)" aria-label={t('staff.roles.yes')} />
                    ) : (
                      <Text span size="sm" c="dimmed" aria-label={t('staff.roles.no')} role="img">
                        —
                      </Text>
                    )
                  ) : (
                    <Checkbox
                      size="sm"
                      classNames={{ body: classes['tick'] ?? '' }}
                      checked={holds}
                      disabled={!mayDecide || isEverybodys || !may(permission)}
                      aria-label={label}
                      onChange={(event) => void tick(role, permission, event.currentTarget.checked).catch(() => undefined)}
                    />
                  )}
                </Table.Td>
              );
            })}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
