import { Button, Drawer, Stack } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MembershipTermTold } from '../../../shared/contract/memberships.ts';
import { useMay } from '../../app/session.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { EndForm } from './EndForm.tsx';
import { SellForm } from './SellForm.tsx';
import { TermOf } from './TermOf.tsx';

/** What is done in the drawer: looking at the terms, selling one, or ending one. */
type Mode = { readonly kind: 'terms' | 'sell' } | { readonly kind: 'end'; readonly term: MembershipTermTold };
const TERMS: Mode = { kind: 'terms' };

interface MembershipDrawerProps {
  readonly card: Card;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Somebody's paid memberships: until when, what each cycle gave, and selling, undoing and ending one (X57). */
export const MembershipDrawer = ({ card, isOpen, onClose }: MembershipDrawerProps) => {
  const { t } = useTranslation();
  const [mode, setMode] = useState<Mode>(TERMS);
  const { name } = card.fields;
  const titles = {
    terms: t('memberships.card.title', { name }),
    sell: t('memberships.card.sellTitle', { name }),
    end: mode.kind === 'end' ? t('memberships.card.endTitle', { name: mode.term.name }) : '',
  };
  return (
    <Drawer
      position="right"
      size={460}
      // Out of a form Escape leads back to the terms first.
      closeOnEscape={mode.kind === 'terms'}
      opened={isOpen}
      onClose={() => {
        setMode(TERMS);
        onClose();
      }}
      title={titles[mode.kind]}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {isOpen && <Body card={card} mode={mode} onMode={setMode} />}
    </Drawer>
  );
};

interface BodyProps {
  readonly card: Card;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
}

const Body = ({ card, mode, onMode }: BodyProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const list = useOperation('memberships.ofCustomer', { customerId: card.id });
  const back = (): void => {
    onMode(TERMS);
  };
  if (list.isError) return <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const { terms, member, hasPlans } = list.data;
  if (mode.kind === 'sell') return <SellForm card={card} terms={terms} onClose={back} />;
  if (mode.kind === 'end') return <EndForm term={mode.term} onClose={back} />;
  return (
    <Stack gap="lg" pt={4} px={2}>
      {hasPlans && may('loyalty.write') && card.removedAt === null && (
        <Button
          w="fit-content"
          data-autofocus
          onClick={() => {
            onMode({ kind: 'sell' });
          }}
        >
          {t(member === null ? 'memberships.card.sell' : 'memberships.card.renew')}
        </Button>
      )}
      {terms.length === 0 && (
        <EmptyState icon={IconId} title={t('memberships.card.none.title')} text={t('memberships.card.none.text')} />
      )}
      {terms.map((term) => (
        <TermOf
          key={term.id}
          term={term}
          isRemoved={card.removedAt !== null}
          onEnd={() => {
            onMode({ kind: 'end', term });
          }}
        />
      ))}
    </Stack>
  );
};
