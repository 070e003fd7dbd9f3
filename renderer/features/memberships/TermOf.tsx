import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MembershipTermTold } from '../../../shared/contract/memberships.ts';
import { cents } from '../../../shared/types/amounts.ts';
import { useMoney } from '../../components/useMoney.ts';
import { useTold } from '../../components/useTold.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { usePlanWords } from './usePlanWords.ts';

interface TermOfProps {
  readonly term: MembershipTermTold;
  /** Of a card in the bin nothing is changed. */
  readonly isRemoved: boolean;
  readonly onEnd: () => void;
}

/** One term somebody bought: how it stands, what moved it, what its cycles gave and when the next one does. */
export const TermOf = ({ term, isRemoved, onEnd }: TermOfProps) => {
  const { t } = useTranslation();
  const money = useMoney();
  const told = useTold();
  const words = usePlanWords();
  const takeBack = useCommand('memberships.takeBack');
  const goOn = useCommand('memberships.goOn');
  const { state, name: plan, cycles } = term;
  const ofTerm = { termId: term.id };
  return (
    <Stack gap={4} component="section" aria-label={`${plan} ${term.fromOn}`}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={3} size="sm">
          {plan}
        </Title>
        <Badge size="sm" tt="none" flex="none" color={state === 'running' ? 'gold' : 'gray'} variant="outline">
          {t(`memberships.card.states.${state}`)}
        </Badge>
      </Group>
      <Text size="sm">
        {t('memberships.card.runs', { from: term.fromOn, until: term.untilOn < term.fromOn ? term.soldUntilOn : term.untilOn })}
      </Text>
      <Text size="sm" c="dimmed">
        {words.gives(term)}
      </Text>
      {term.entries.map(({ id, kind, businessDate, cents: moved, method, reason, staffName }) => (
        <Text key={id} size="xs" c="dimmed">
          {[
            businessDate,
            t(`memberships.kinds.${kind}`),
            ...(moved === 0 ? [] : [`${money(cents(moved), true)} ${t(`orders.money.methods.${method}`)}`]),
            ...(reason === null ? [] : [reason]),
            ...(staffName === null ? [] : [staffName]),
          ].join(' · ')}
        </Text>
      ))}
      {(state === 'running' || state === 'to_come') && words.cycle(term) !== null && (
        <Text size="sm" c="var(--regulars-advice-text)">
          {term.nextOn === null
            ? t('memberships.card.allGiven')
            : t('memberships.card.next', { on: term.nextOn, cycle: (term.grants[0]?.cycle ?? -1) + 2, cycles })}
        </Text>
      )}
      {term.grants.length > 0 && (
        <Stack gap={2} component="ul" p={0} m={0} aria-label={t('memberships.card.history')} style={{ listStyle: 'none' }}>
          {term.grants.map(({ cycle, fromOn: from, untilOn: until, isMissed, coupons, points, used }) => (
            <Stack key={cycle} gap={0} component="li">
              <Text size="xs">{t('memberships.card.cycle', { cycle: cycle + 1, cycles, from, until })}</Text>
              <Text size="xs" c={isMissed ? 'var(--regulars-advice-text)' : 'dimmed'}>
                {isMissed
                  ? t('memberships.card.missed')
                  : [
                      t('memberships.card.given', {
                        what: words.cycle({ coupons, points, couponName: term.couponName }) ?? t('memberships.card.nothingGiven'),
                      }),
                      ...(used === 0 ? [] : [t('memberships.card.used', { count: used })]),
                    ].join(' · ')}
              </Text>
            </Stack>
          ))}
        </Stack>
      )}
      {!isRemoved && (
        <Group gap={4} ml={-8}>
          {term.mayTakeBack && (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={takeBack.isPending}
              onClick={() => {
                takeBack.mutate(ofTerm, {
                  onSuccess: () => {
                    told(t('memberships.done.takenBack', { plan }));
                  },
                });
              }}
            >
              {t('memberships.card.takeBack')}
            </Button>
          )}
          {term.mayEnd && (
            <Button variant="subtle" size="compact-sm" onClick={onEnd}>
              {t('memberships.card.end')}
            </Button>
          )}
          {term.mayGoOn && (
            <Button
              variant="subtle"
              size="compact-sm"
              loading={goOn.isPending}
              onClick={() => {
                goOn.mutate(ofTerm, {
                  onSuccess: () => {
                    told(t('memberships.done.wentOn', { plan, until: term.soldUntilOn }));
                  },
                });
              }}
            >
              {t('memberships.card.goOn')}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
};
