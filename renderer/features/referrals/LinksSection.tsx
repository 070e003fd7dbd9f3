import { ActionIcon, Anchor, Button, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { useUndo } from '../../app/useUndo.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { LinkForm } from './LinkForm.tsx';

export interface LinkedPerson {
  readonly id: CustomerId;
  readonly name: string;
  readonly isRemoved: boolean;
}
type KnownCustomer = OutputOf<'referrals.around'>['links'][number];

/** Which other customers somebody knows, and how (R092). */
export const LinksSection = ({ person }: { readonly person: LinkedPerson }) => {
  const { t } = useTranslation();
  const may = useMay();
  const [isAdding, setIsAdding] = useState(false);
  const links = useOperation('referrals.around', { personId: person.id }).data?.links ?? [];
  const mayWrite = may('customers.write') && !person.isRemoved;
  return (
    <section aria-label={t('referrals.links.title')}>
      <Group justify="space-between" mb={4}>
        <Title order={2} size="xs" c="dimmed" fw={400}>
          {t('referrals.links.title')}
        </Title>
        {mayWrite && !isAdding && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} stroke={1.7} aria-hidden />}
            onClick={() => {
              setIsAdding(true);
            }}
          >
            {t('referrals.links.add')}
          </Button>
        )}
      </Group>
      {isAdding && (
        <LinkForm
          person={person}
          onClose={() => {
            setIsAdding(false);
          }}
        />
      )}
      {links.length === 0 && !isAdding && (
        <Text size="sm" c="dimmed" py="xs">
          {t('referrals.links.none')}
        </Text>
      )}
      {links.length > 0 && (
        <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
          {links.map((link) => (
            <LinkRow key={`${link.id} ${link.relation}`} person={person} link={link} mayWrite={mayWrite} />
          ))}
        </Stack>
      )}
    </section>
  );
};

const LinkRow = ({
  person,
  link,
  mayWrite,
}: {
  readonly person: LinkedPerson;
  readonly link: KnownCustomer;
  readonly mayWrite: boolean;
}) => {
  const { t } = useTranslation();
  const { done } = useUndo();
  const unlink = useCommand('referrals.unlink');
  const input = { customerId: person.id, otherId: link.id, relation: link.relation };
  const remove = async (): Promise<void> => {
    await unlink.mutateAsync(input);
    done({
      label: t('referrals.links.removed', { name: person.name, other: link.name }),
      undo: () => call('referrals.link', input),
    });
  };
  return (
    <Group component="li" justify="space-between" wrap="nowrap" mih="2.5rem">
      <Text size="sm" truncate>
        <Anchor
          fw={700}
          inherit
          renderRoot={(props) => <Link {...props} to="/customers/$customerId" params={{ customerId: link.id }} search={{}} />}
        >
          {link.name}
        </Anchor>{' '}
        <Text span inherit c="dimmed">
          {t(`referrals.relation.${link.relation}`)}
          {link.isRemoved && ` · ${t('referrals.inBin')}`} · <MoneyText amount={link.spendCents} />
        </Text>
      </Text>
      {mayWrite && (
        <Tooltip label={t('common.delete')}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('referrals.links.remove', { name: link.name })}
            loading={unlink.isPending}
            onClick={() => void remove()}
          >
            <IconTrash size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
};
