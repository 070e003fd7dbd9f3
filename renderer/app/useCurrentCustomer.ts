import { useRouterState } from '@tanstack/react-router';
import { isId } from '../../shared/types/ids.ts';

const CARD_PATH = /^\/customers\/([^/]+)/;

/** The customer whose card is open: F2 starts the visit for this person. A mere row in a list is not meant. */
export const useCurrentCustomer = (): string | null =>
  useRouterState({
    select: ({ location }) => {
      const onCard = CARD_PATH.exec(location.pathname)?.[1];
      return onCard !== undefined && isId(onCard) ? onCard : null;
    },
  });
