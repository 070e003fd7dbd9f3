import { Button, Group, Stack, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { memberCardActions, needsAdjust } from '../../../shared/domain/wallet/memberCards.ts';
import { useMay } from '../../app/session.ts';
import { MomentText } from '../../components/MomentText.tsx';
import { useTold } from '../../components/useTold.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import type { CardAction } from './MemberCardEntry.tsx';

type Account = OutputOf<'memberCards.ofCustomer'>;

interface MemberCardAccountProps {
  readonly account: Account;
  /** Not in the bin. */
  readonly isPresent: boolean;
  readonly onAction: (action: CardAction) => void;
}

/** How a card stands, what can be done to it, and everything that was. */
export const MemberCardAccount = ({ account, isPresent, onAction }: MemberCardAccountProps) => {
  const { t } = useTranslation();
  const may = useMay();
  const { cardNo, state, since, events } = account;
  const others: readonly CardAction[] = state === null ? [] : memberCardActions[state];
  const actions: readonly CardAction[] = ['issue', ...others.filter((action) => !needsAdjust(action) || may('loyalty.adjust'))];
  const isBad = state !== null && state !== 'active';
  return (
    <Stack gap="lg">
      <Stack gap={2} role="status">
        {cardNo === null || state === null ? (
          <Text size="sm">{t('wallet.cards.none')}</Text>
        ) : (
          <>
            <Text fw={700} size="lg">
              {cardNo}
            </Text>
            <Text size="sm" {...(isBad && { c: 'var(--regulars-danger-text)', fw: 700 })}>
              {t(`wallet.cards.states.${state}`)}
              {since !== null && ` · ${since}`}
            </Text>
          </>
        )}
        <Text size="sm" c="dimmed">
          {t('wallet.cards.about')}
        </Text>
      </Stack>
      {isPresent && may('loyalty.write') && (
        <Group gap={6}>
          {actions.map((action, index) => (
            <Button
              key={action}
              px="sm"
              variant={index === 0 ? 'filled' : 'default'}
              data-autofocus={index === 0 || undefined}
              onClick={() => {
                onAction(action);
              }}
            >
              {action === 'issue' ? t(`wallet.cards.give.${state ?? 'none'}`) : t(`wallet.cards.actions.${action}`)}
            </Button>
          ))}
        </Group>
      )}
      {events.length > 0 && (
        <Stack gap="xs">
          <Text component="h3" size="sm" fw={700}>
            {t('wallet.cards.events')}
          </Text>
          {events.map((event) => (
            <Event key={event.id} event={event} isPresent={isPresent} />
          ))}
        </Stack>
      )}
    </Stack>
  );
};

const Event = ({ event, isPresent }: { readonly event: Account['events'][number]; readonly isPresent: boolean }) => {
  const { t } = useTranslation();
  const told = useTold();
  const takeBack = useCommand('memberCards.takeBack');
  const { kind, cardNo, formerNo, reason, staffName } = event;
  const what =
    kind === 'issue' && formerNo !== null
      ? t('wallet.cards.changedTo', { before: formerNo, after: cardNo })
      : t('wallet.cards.happened', { what: t(`wallet.cards.actions.${kind}`), number: cardNo });
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0} miw={0}>
        <Text size="sm" td={event.isReversed ? 'line-through' : undefined}>
          {what}
          {reason !== null && ` · ${reason}`}
        </Text>
        <Text size="xs" c="dimmed">
          <MomentText at={event.at} />
          {staffName !== null && ` · ${staffName}`}
        </Text>
      </Stack>
      {event.canTakeBack && isPresent && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          flex="none"
          leftSection={<IconArrowBackUp size={14} stroke={1.7} aria-hidden />}
          loading={takeBack.isPending}
          onClick={() => {
            takeBack.mutate(
              { eventId: event.id },
              {
                onSuccess: () => {
                  told(t('wallet.cards.takenBack', { what }));
                },
              },
            );
          }}
        >
          {t('wallet.cards.takeBack')}
        </Button>
      )}
    </Group>
  );
};
