import { Button, Drawer, Kbd } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconGift } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { useMay } from '../../app/session.ts';
import { isDialogOpen } from '../../components/dialogs.ts';
import { useOperation } from '../../ipc/useOperation.ts';
import { RewardOffers } from './RewardOffers.tsx';

interface RewardsAtVisitProps {
  readonly customerId: CustomerId;
  readonly name: string;
}

/** While somebody stands at the desk: how many rewards their points reach, and giving one (Shift+F5). Nothing in a shop without rewards. */
export const RewardsAtVisit = ({ customerId, name }: RewardsAtVisitProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const [isOpen, setIsOpen] = useState(false);
  const list = useOperation('rewards.forCustomer', { customerId }).data;
  const isOffered = list !== undefined && list.offers.length > 0 && may('loyalty.write');
  useWindowEvent('keydown', (event) => {
    if (!isOffered || event.key !== 'F5' || !event.shiftKey || event.defaultPrevented || event.repeat || isDialogOpen()) return;
    event.preventDefault();
    setIsOpen(true);
  });
  if (!isOffered) return null;
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        leftSection={<IconGift size={16} stroke={1.7} aria-hidden />}
        rightSection={<Kbd size="xs">Shift F5</Kbd>}
        onClick={() => {
          setIsOpen(true);
        }}
      >
        {list.reachable === 0 ? t('rewards.desk.look') : t('rewards.desk.reachable', { count: list.reachable })}
      </Button>
      <Drawer
        position="right"
        size={400}
        opened={isOpen}
        onClose={() => {
          setIsOpen(false);
        }}
        title={t('rewards.desk.drawer', { name })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {isOpen && (
          <RewardOffers
            customerId={customerId}
            name={name}
            onDone={() => {
              setIsOpen(false);
            }}
          />
        )}
      </Drawer>
    </>
  );
};
