import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberCardEventKind } from '../../../shared/domain/wallet/memberCards.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import type { Card } from '../customers/form/customerValues.ts';
import { MemberCardAccount } from './MemberCardAccount.tsx';
import { MemberCardForm } from './MemberCardForm.tsx';

/** What can be done to a card by number. */
export type CardAction = Exclude<MemberCardEventKind, 'reverse'>;

/** The way from somebody's card to their card by number, where the shop has such cards (X52). */
export const MemberCardEntry = ({ card }: { readonly card: Card }) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const [action, setAction] = useState<CardAction | null>(null);
  const account = useOperation('memberCards.ofCustomer', { customerId: card.id }).data;
  if (account?.isInUse !== true) return null;
  const { name } = card.fields;
  const close = (): void => {
    setAction(null);
    setIsOpen(false);
  };
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        {...(account.state !== null && account.state !== 'active' && { color: 'red' })}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {account.state === null || account.state === 'active'
          ? t('wallet.cards.name')
          : t('wallet.cards.nameIs', { state: t(`wallet.cards.states.${account.state}`) })}
      </Button>
      <Drawer
        position="right"
        size={440}
        // Out of a form Escape leads back to the card first.
        closeOnEscape={action === null}
        opened={isOpen}
        onClose={close}
        title={action === null ? t('wallet.cards.title', { name }) : t(`wallet.cards.actions.${action}`)}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {isOpen && action === null && (
          <MemberCardAccount account={account} isPresent={card.removedAt === null} onAction={setAction} />
        )}
        {isOpen && action !== null && (
          <MemberCardForm
            card={card}
            account={account}
            action={action}
            onDone={close}
            onBack={() => {
              setAction(null);
            }}
          />
        )}
      </Drawer>
    </>
  );
};
