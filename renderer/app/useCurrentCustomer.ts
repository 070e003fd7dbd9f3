import { useRouterState } from '@tanstack/react-router';
import { isId } from '../../shared/types/ids.ts';

const CARD_PATH = /^\/customers\/([^/]+)$/;

/** The customer whose card, or whose row on today's list, is on the screen: F2 starts the visit for this person. */
export const useCurrentCustomer = (): string | null =>
  useRouterState({
    select: ({ location }) => {
      const onCard = CARD_PATH.exec(location.pathname)?.[1];
      if (onCard !== undefined && isId(onCard)) return onCard;
      const search: unknown = location.search;
      return typeof search === 'object' && search !== null && 'customerId' in search && typeof search.customerId === 'string'
        ? search.customerId
        : null;
    },
  });
