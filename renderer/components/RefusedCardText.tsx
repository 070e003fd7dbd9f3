import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RefusedCard } from '../../shared/contract/memberCards.ts';

/** Why a card opens nobody's any more, what to do and who may; with the way to whose it was (X52). */
export const RefusedCardText = ({ refused }: { readonly refused: RefusedCard }) => {
  const { t } = useTranslation();
  const { customerId, state, since } = refused;
  return (
    <Text size="sm" component="output" c="var(--regulars-danger-text)">
      {t(`wallet.cards.refused.${state}`, { date: since ?? '' })}{' '}
      <Anchor
        inherit
        underline="always"
        // The search box closes when it loses the focus: the way out must not be gone before the click.
        onMouseDown={(event) => {
          event.preventDefault();
        }}
        renderRoot={(props) => <Link to="/customers/$customerId" params={{ customerId }} {...props} />}
      >
        {t('wallet.cards.refused.open')}
      </Anchor>
    </Text>
  );
};
