import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { Sharer } from '../../../shared/contract/sharers.ts';
import { useMay } from '../../app/session.ts';
import { useShop } from '../../app/shop.tsx';
import { CustomerLink } from '../../components/CustomerLink.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useFocusOnMount } from '../../components/useFocusOnMount.ts';
import { useMoney } from '../../components/useMoney.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { PurseOwner } from '../storedValue/StoredValueDrawer.tsx';
import { SharerForm } from './SharerForm.tsx';
import { SharerRow } from './SharerRow.tsx';
import { termsText } from './termsText.ts';

interface SharersOfProps {
  readonly owner: PurseOwner;
  /** Back to the account. */
  readonly onClose: () => void;
}

/** Who may use what somebody has stored and their count cards, within which limits; and whose they may use themselves (X55). */
export const SharersOf = ({ owner, onClose }: SharersOfProps) => {
  const [edited, setEdited] = useState<Sharer | 'new' | null>(null);
  const found = useOperation('sharers.ofCustomer', { customerId: owner.id }, { keepPrevious: true });
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return null;
  const close = (): void => {
    setEdited(null);
  };
  if (edited !== null) return <SharerForm owner={owner} sharer={edited === 'new' ? null : edited} onClose={close} />;
  return <List owner={owner} found={found.data} onEdit={setEdited} onClose={onClose} />;
};

interface ListProps extends SharersOfProps {
  readonly found: OutputOf<'sharers.ofCustomer'>;
  readonly onEdit: (edited: Sharer | 'new') => void;
}

const List = ({ owner, found, onEdit, onClose }: ListProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { spendingProof, sharedVisitEarner } = useShop().settings;
  const first = useFocusOnMount<HTMLButtonElement>();
  const { name } = owner;
  const { sharers, owners } = found;
  const mayWrite = may('loyalty.write') && !owner.isRemoved;
  return (
    <Stack
      gap="lg"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <Stack gap={4}>
        <Text size="sm">{t('sharers.about', { name, earner: t(`sharers.earners.${sharedVisitEarner}`, { name }) })}</Text>
        {spendingProof !== 'off' && (
          <Text size="sm" c="dimmed">
            {t('sharers.proof', { name })}
          </Text>
        )}
      </Stack>
      <Group gap="xs">
        {mayWrite && (
          <Button
            ref={first}
            onClick={() => {
              onEdit('new');
            }}
          >
            {t('sharers.add')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('sharers.back')}
        </Button>
      </Group>
      <Stack gap="sm" component="section" aria-label={t('sharers.listTitle', { name })}>
        <Text component="h3" size="sm" fw={700}>
          {t('sharers.listTitle', { name })}
        </Text>
        {sharers.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('sharers.none', { name })}
          </Text>
        )}
        {sharers.map((sharer) => (
          <SharerRow
            key={sharer.id}
            sharer={sharer}
            mayWrite={mayWrite}
            onChange={() => {
              onEdit(sharer);
            }}
          />
        ))}
      </Stack>
      {owners.length > 0 && <Owners name={name} owners={owners} />}
    </Stack>
  );
};

const Owners = ({ name, owners }: { readonly name: string; readonly owners: readonly Sharer[] }) => {
  const { t } = useTranslation();
  const money = useMoney();
  return (
    <Stack gap="sm" component="section" aria-label={t('sharers.ownersTitle', { name })}>
      <Text component="h3" size="sm" fw={700}>
        {t('sharers.ownersTitle', { name })}
      </Text>
      {owners.map((one) => (
        <Text key={one.id} size="sm">
          <CustomerLink customerId={one.customerId}>{one.name}</CustomerLink> · {termsText(t, money, one)}
        </Text>
      ))}
    </Stack>
  );
};
