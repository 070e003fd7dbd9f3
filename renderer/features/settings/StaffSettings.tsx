import { Button, Group, Stack, Switch, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { StaffHandover } from './StaffHandover.tsx';

type Staff = OutputOf<'staff.list'>['staff'][number];

/** Who serves: names to choose from on a visit. Someone who left stays in the history. */
export const StaffSettings = () => {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const staff = useOperation('staff.list', { includeInactive: true }).data?.staff ?? [];
  const owners = useOperation('handovers.listOwners', {}).data?.owners ?? [];
  const ownedBy = (staffId: string | null): number => owners.find((owner) => owner.staffId === staffId)?.customers ?? 0;
  const create = useCommand('staff.create');
  const add = async (): Promise<void> => {
    await create.mutateAsync({ name: name.trim() });
    setName('');
  };
  return (
    <Stack gap="sm">
      {staff.length > 0 && (
        <Table maw="44rem">
          <Table.Tbody>
            {staff.map((person) => (
              <StaffRow key={person.id} person={person} customers={ownedBy(person.id)} />
            ))}
            <Table.Tr>
              <Table.Td c="dimmed">{t('card.handover.unownedRow')}</Table.Td>
              <Table.Td w="9rem" c="dimmed">
                {t('card.handover.count', { count: ownedBy(null) })}
              </Table.Td>
              <Table.Td>
                <StaffHandover staffId={null} name={t('card.handover.unownedRow')} customers={ownedBy(null)} />
              </Table.Td>
              <Table.Td />
            </Table.Tr>
          </Table.Tbody>
        </Table>
      )}
      <Group gap="xs">
        <TextInput
          value={name}
          maxLength={40}
          placeholder={t('settings.staff.name')}
          aria-label={t('settings.staff.name')}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || name.trim() === '') return;
            event.preventDefault();
            void add();
          }}
        />
        <Button variant="default" disabled={name.trim() === ''} loading={create.isPending} onClick={() => void add()}>
          {t('settings.staff.add')}
        </Button>
      </Group>
    </Stack>
  );
};

const StaffRow = ({ person, customers }: { readonly person: Staff; readonly customers: number }) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const update = useCommand('staff.update');
  const switchTo = async (isActive: boolean): Promise<void> => {
    await update.mutateAsync({ staffId: person.id, isActive });
    done({
      label: t(isActive ? 'settings.staff.returned' : 'settings.staff.left', { name: person.name }),
      undo: () => client.staff.update({ staffId: person.id, isActive: !isActive }),
    });
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm" {...(person.isActive ? {} : { c: 'dimmed' })}>
          {person.name}
        </Text>
      </Table.Td>
      <Table.Td w="9rem" c="dimmed">
        {t('card.handover.count', { count: customers })}
      </Table.Td>
      <Table.Td>
        <StaffHandover staffId={person.id} name={person.name} customers={customers} />
      </Table.Td>
      <Table.Td w="10rem">
        <Switch
          size="sm"
          checked={person.isActive}
          label={t('settings.staff.active')}
          aria-label={t('settings.staff.activeOf', { name: person.name })}
          onChange={(event) => void switchTo(event.currentTarget.checked)}
        />
      </Table.Td>
    </Table.Tr>
  );
};
