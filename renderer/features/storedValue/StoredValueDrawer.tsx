import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyPurse } from '../../../shared/domain/storedValue/purse.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { SharersOf } from '../sharers/SharersOf.tsx';
import { StatementDialog } from '../printing/StatementDialog.tsx';
import { ChangeForm } from './ChangeForm.tsx';
import { RefundForm } from './RefundForm.tsx';
import { StoredValueAccount } from './StoredValueAccount.tsx';
import { StoredValueEntries } from './StoredValueEntries.tsx';
import { TransferForm } from './TransferForm.tsx';
import { TopUpForm } from './TopUpForm.tsx';

/** Whose stored value it is. */
export interface PurseOwner {
  readonly id: CustomerId;
  readonly name: string;
  readonly isRemoved: boolean;
}

type Mode = 'account' | 'topUp' | 'refund' | 'void' | 'adjust' | 'transfer' | 'sharers';

interface StoredValueDrawerProps {
  readonly owner: PurseOwner;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Why somebody has stored what they have, every entry, and what can be done with it (DOMAIN "Prepaid"). */
export const StoredValueDrawer = ({ owner, isOpen, onClose }: StoredValueDrawerProps) => {
  const { t } = useTranslation();
  const [mode, setMode] = useState<Mode>('account');
  const { name } = owner;
  const close = (): void => {
    setMode('account');
    onClose();
  };
  const titles: Readonly<Record<Mode, string>> = {
    account: t('storedValue.accountTitle', { name }),
    topUp: t('storedValue.topUp.title', { name }),
    refund: t('storedValue.refund.title', { name }),
    void: t('storedValue.change.voidTitle', { name }),
    adjust: t('storedValue.change.adjustTitle', { name }),
    transfer: t('storedValue.transfer.title', { name }),
    sharers: t('sharers.title', { name }),
  };
  return (
    <Drawer
      position="right"
      size={480}
      // Out of a form Escape leads back to the account first.
      closeOnEscape={mode === 'account'}
      opened={isOpen}
      onClose={close}
      title={titles[mode]}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <Body owner={owner} mode={mode} onMode={setMode} onDone={close} />}
    </Drawer>
  );
};

interface BodyProps {
  readonly owner: PurseOwner;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  /** Something was written down: the card shows what came of it, and Ctrl+Z takes it back. */
  readonly onDone: () => void;
}

const Body = ({ owner, mode, onMode, onDone }: BodyProps) => {
  const account = useOperation('storedValue.account', { customerId: owner.id }, { keepPrevious: true });
  if (account.isError) return <ErrorNotice error={account.error} onRetry={() => void account.refetch()} />;
  const balance = account.data?.balance ?? emptyPurse;
  const back = (): void => {
    onMode('account');
  };
  switch (mode) {
    case 'topUp':
      return <TopUpForm owner={owner} balance={balance} onClose={back} onDone={onDone} />;
    case 'refund':
      return <RefundForm owner={owner} balance={balance} onClose={back} onDone={onDone} />;
    case 'transfer':
      return <TransferForm owner={owner} balance={balance} onClose={back} onDone={onDone} />;
    case 'sharers':
      return <SharersOf owner={owner} onClose={back} />;
    case 'void':
    case 'adjust':
      return <ChangeForm key={mode} owner={owner} balance={balance} mode={mode} onClose={back} onDone={onDone} />;
    case 'account':
      return account.data === undefined ? null : (
        <Stack gap="lg">
          <Actions owner={owner} hasAny={account.data.lots.length > 0} onMode={onMode} />
          <StoredValueAccount account={account.data} />
          <StoredValueEntries owner={owner} />
        </Stack>
      );
  }
};

/** What can be done: the first thing first, the rest quietly below it. */
const Actions = ({
  owner,
  hasAny,
  onMode,
}: {
  readonly owner: PurseOwner;
  readonly hasAny: boolean;
  readonly onMode: (mode: Mode) => void;
}) => {
  const { t } = useTranslation();
  const may = useMay();
  const [isPrinting, setIsPrinting] = useState(false);
  const mayWrite = may('loyalty.write') && !owner.isRemoved;
  const mayAdjust = may('loyalty.adjust') && !owner.isRemoved;
  const mayTransfer = may('loyalty.transfer') && hasAny && !owner.isRemoved;
  const modes = [
    ...(mayAdjust ? (hasAny ? (['refund', 'void', 'adjust'] as const) : (['adjust'] as const)) : []),
    ...(mayTransfer ? (['transfer'] as const) : []),
  ];
  return (
    <Group gap={6}>
      {mayWrite && (
        <Button
          data-autofocus
          onClick={() => {
            onMode('topUp');
          }}
        >
          {t('storedValue.actions.topUp')}
        </Button>
      )}
      {modes.map((mode) => (
        <Button
          key={mode}
          variant="default"
          px="sm"
          onClick={() => {
            onMode(mode);
          }}
        >
          {t(`storedValue.actions.${mode}`)}
        </Button>
      ))}
      <Button
        variant="default"
        px="sm"
        onClick={() => {
          onMode('sharers');
        }}
      >
        {t('sharers.name')}
      </Button>
      {may('visits.read') && (
        <Button
          variant="default"
          px="sm"
          onClick={() => {
            setIsPrinting(true);
          }}
        >
          {t('storedValue.actions.statement')}
        </Button>
      )}
      {owner.isRemoved && (
        <Text size="sm" c="dimmed">
          {t('customers.card.removed.text')}
        </Text>
      )}
      <StatementDialog
        kind="storedValue"
        customerId={owner.id}
        isOpen={isPrinting}
        onClose={() => {
          setIsPrinting(false);
        }}
      />
    </Group>
  );
};
