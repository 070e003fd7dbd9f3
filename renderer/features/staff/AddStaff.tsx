import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoleKey } from '../../../shared/contract/roles.ts';
import { useMay } from '../../app/session.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { roleName } from './roleName.ts';
import type { Role } from './StaffTable.tsx';

/** A new name on the list; which role, only the owner decides. */
export const AddStaff = ({ roles }: { readonly roles: readonly Role[] }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [name, setName] = useState('');
  const [role, setRole] = useState<RoleKey>('clerk');
  const create = useCommand('staff.create');
  if (!may('staff.write')) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        void create.mutateAsync({ name: name.trim(), role }).then(
          () => setName(''),
          () => undefined,
        );
      }}
    >
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('settings.staff.name')}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {may('staff.permissions') && (
          <Select
            label={t('staff.list.role')}
            w="11rem"
            data={roles.map((one) => ({ value: one.role, label: roleName(t, one.role, one.name) }))}
            value={role}
            allowDeselect={false}
            onChange={(chosen) => setRole(roles.find((one) => one.role === chosen)?.role ?? 'clerk')}
          />
        )}
        <Button type="submit" variant="default" disabled={name.trim() === ''} loading={create.isPending}>
          {t('settings.staff.add')}
        </Button>
      </Group>
    </form>
  );
};
