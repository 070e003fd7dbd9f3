import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import type { OutputOf } from '../../../shared/contract.ts';
import { useMay } from '../../app/session.ts';

/** O on a card begins an opportunity of that customer. */
export const useOpportunityKey = ({ id: customerId, removedAt }: OutputOf<'customers.findById'>): void => {
  const navigate = useNavigate();
  const mayBegin = useMay()('customers.write') && removedAt === null;
  useHotkeys([
    [
      'O',
      () => {
        if (mayBegin) void navigate({ to: '/opportunities', search: { customerId } });
      },
    ],
  ]);
};
