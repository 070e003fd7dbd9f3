import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { StatementDialog } from '../printing/StatementDialog.tsx';
import { CreditAccount } from './CreditAccount.tsx';
import { CreditEntries } from './CreditEntries.tsx';
import { RepayForm } from './RepayForm.tsx';
import { TermsForm } from './TermsForm.tsx';
import { WriteOffForm } from './WriteOffForm.tsx';

/** Whose debt it is. */
export interface Debtor {
  readonly id: CustomerId;
  readonly name: string;
  readonly isRemoved: boolean;
}

type Mode = 'account' | 'repay' | 'writeOff' | 'terms';

interface CreditDrawerProps {
  readonly owner: Debtor;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What somebody owes and by when, every entry, and what can be done about it (X50). */
export const CreditDrawer = ({ owner, isOpen, onClose }: CreditDrawerProps) => {
  const { t } = useTranslation();
  const [mode, setMode] = useState<Mode>('account');
  const close = (): void => {
    setMode('account');
    onClose();
  };
  return (
    <Drawer
      position="right"
      size={480}
      // Out of a form Escape leads back to the account first.
      closeOnEscape={mode === 'account'}
      opened={isOpen}
      onClose={close}
      title={t(`credit.titles.${mode}`, { name: owner.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <Body owner={owner} mode={mode} onMode={setMode} onDone={close} />}
    </Drawer>
  );
};

interface BodyProps {
  readonly owner: Debtor;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  /** Something was written down: the card shows what came of it, and Ctrl+Z takes it back. */
  readonly onDone: () => void;
}

const Body = ({ owner, mode, onMode, onDone }: BodyProps) => {
  const { data, error, refetch } = useOperation('credit.account', { customerId: owner.id }, { keepPrevious: true });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const form = {
    owner,
    account: data,
    onDone,
    onClose: () => {
      onMode('account');
    },
  };
  switch (mode) {
    case 'repay':
      return <RepayForm {...form} />;
    case 'writeOff':
      return <WriteOffForm {...form} />;
    case 'terms':
      return <TermsForm {...form} />;
    case 'account':
      return (
        <Stack gap="lg">
          <Actions owner={owner} account={data} onMode={onMode} />
          <CreditAccount account={data} />
          <CreditEntries owner={owner} />
        </Stack>
      );
  }
};

interface ActionsProps {
  readonly owner: Debtor;
  readonly account: OutputOf<'credit.account'>;
  readonly onMode: (mode: Mode) => void;
}

/** What can be done: taking money first, the rest quietly below it. */
const Actions = ({ owner, account, onMode }: ActionsProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const [isPrinting, setIsPrinting] = useState(false);
  const owes = account.owedCents > 0;
  const mayAdjust = may('loyalty.adjust') && !owner.isRemoved;
  const modes = [...(mayAdjust && owes ? (['writeOff'] as const) : []), ...(mayAdjust ? (['terms'] as const) : [])];
  return (
    <Group gap={6}>
      {may('loyalty.write') && !owner.isRemoved && owes && (
        <Button
          data-autofocus
          onClick={() => {
            onMode('repay');
          }}
        >
          {t('credit.actions.repay')}
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
          {t(`credit.actions.${mode}`)}
        </Button>
      ))}
      {may('visits.read') && (
        <Button
          variant="default"
          px="sm"
          onClick={() => {
            setIsPrinting(true);
          }}
        >
          {t('credit.actions.statement')}
        </Button>
      )}
      {owner.isRemoved && (
        <Text size="sm" c="dimmed">
          {t('customers.card.removed.text')}
        </Text>
      )}
      <StatementDialog
        kind="credit"
        customerId={owner.id}
        isOpen={isPrinting}
        onClose={() => {
          setIsPrinting(false);
        }}
      />
    </Group>
  );
};
