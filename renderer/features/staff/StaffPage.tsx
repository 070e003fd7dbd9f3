import { Alert, Button, Group, Paper, ScrollArea, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { permissionsOfRole } from '../../../shared/contract/roles.ts';
import { useMay, useSession } from '../../app/session.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { SettingsSections } from '../settings/SettingsSections.tsx';
import { RecoverySheet } from '../vault/RecoverySheet.tsx';
import { AddStaff } from './AddStaff.tsx';
import { DeskLock } from './DeskLock.tsx';
import { FirstOwner } from './FirstOwner.tsx';
import { RoleMatrix } from './RoleMatrix.tsx';
import { StaffTable } from './StaffTable.tsx';

type Words = OutputOf<'staff.renewRecoveryCode'>;

/** Who works here, who may do what, and the owner's way back in (R192). */
export const StaffPage = (): ReactNode => {
  const { t } = useTranslation();
  const session = useSession();
  const staff = useOperation('staff.list', { includeInactive: true }).data?.staff;
  const found = useOperation('staff.roles', {}).data;
  // Shown here and not where they are made: what made them is gone once there is an owner.
  const [words, setWords] = useState<Words | null>(null);
  if (session === undefined || staff === undefined || found === undefined) return null;
  const { roles, rights } = found;
  return (
    <Stack gap={0} h="100%">
      <SettingsSections />
      <PageHeader title={t('staff.title')} text={t('staff.about')} />
      <ScrollArea flex={1} px="md" pb="md">
        <Stack gap="md" maw="64rem">
          {!session.hasAccounts && <FirstOwner staff={staff} onWords={setWords} />}
          <Section title={t('staff.list.title')}>
            <Stack>
              {staff.length > 0 && <StaffTable staff={staff} roles={roles} />}
              <AddStaff roles={roles} />
            </Stack>
          </Section>
          {session.hasAccounts && (
            <Section title={t('staff.lock.section')}>
              <DeskLock />
            </Section>
          )}
          {session.hasAccounts && <Recovery recovery={session.recovery} onWords={setWords} />}
          <Section title={t('staff.roles.title')}>
            <Stack>
              <Text size="sm" c="dimmed">
                {t('staff.roles.about')}
              </Text>
              <RoleMatrix roles={roles} rights={rights} />
              <AddRole />
            </Stack>
          </Section>
        </Stack>
      </ScrollArea>
      <RecoverySheet words={words} about={t('staff.recovery.sheetAbout')} onClose={() => setWords(null)} />
    </Stack>
  );
};

/** A new mixture begins as a clerk. */
const AddRole = () => {
  const { t } = useTranslation();
  const may = useMay();
  const [name, setName] = useState('');
  const save = useCommand('staff.saveRole');
  if (!may('staff.permissions')) return null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        void save.mutateAsync({ name: name.trim(), permissions: [...permissionsOfRole.clerk] }).then(
          () => setName(''),
          () => undefined,
        );
      }}
    >
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('staff.roles.newName')}
          value={name}
          maxLength={20}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={name.trim() === ''} loading={save.isPending}>
          {t('staff.roles.add')}
        </Button>
      </Group>
    </form>
  );
};

interface RecoveryProps {
  readonly recovery: OutputOf<'staff.session'>['recovery'];
  readonly onWords: (words: Words) => void;
}

/** Which words let the owner back in, and new ones where they are the store's own. */
const Recovery = ({ recovery, onWords }: RecoveryProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const renew = useCommand('staff.renewRecoveryCode');
  return (
    <Section title={t('staff.recovery.title')}>
      <Stack>
        {recovery === 'none' ? (
          <Alert color="amber">{t('staff.recovery.none')}</Alert>
        ) : (
          <Text size="sm">{t(`staff.recovery.${recovery}`)}</Text>
        )}
        {recovery !== 'vault' && may('staff.permissions') && (
          <Group>
            <Button
              variant="default"
              loading={renew.isPending}
              onClick={() => void renew.mutateAsync({}).then(onWords, () => undefined)}
            >
              {t(recovery === 'none' ? 'staff.recovery.make' : 'staff.recovery.renew')}
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  );
};

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Paper withBorder p="md" component="section" aria-label={title}>
    <Title order={2} mb="sm">
      {title}
    </Title>
    {children}
  </Paper>
);
