import { Group, Paper, Stack, Text } from '@mantine/core';
import { IconCake, IconCalendarDue, IconHeart, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { birthdayOptionsOf } from '../../../../shared/domain/birthdays.ts';
import { useShop } from '../../../app/shop.tsx';
import { afterHan } from '../afterHan.ts';
import { dateWords } from '../../../components/dateWords.ts';
import { ReasonText } from '../../../components/ReasonText.tsx';
import { useOperation } from '../../../ipc/useOperation.ts';
import { WishWords } from '../../interests/WishWords.tsx';
import { DueFactLine } from '../../things/DueFactLine.tsx';
import { useDueFacts } from '../../things/useDueFacts.ts';
import { reasonLook } from '../../callbacks/reasonLook.ts';
import type { Card } from '../form/customerValues.ts';
import { partialDateWords } from '../partialDateWords.ts';
import classes from './Card.module.css';
import { upcomingDates, type UpcomingDate } from './upcoming.ts';

interface ToDoListProps {
  readonly card: Card;
  /** Takes no room when there is nothing: for the reading panel. */
  readonly isQuietWhenEmpty?: boolean;
}

const Line = ({
  icon: Icon,
  color,
  children,
}: {
  readonly icon: TablerIcon;
  readonly color: string;
  readonly children: ReactNode;
}) => (
  <Group gap="xs" wrap="nowrap" align="flex-start" component="li">
    <Text span c={color} lh={1} mt={2} aria-hidden>
      <Icon size={18} stroke={1.7} />
    </Text>
    <Text size="sm" lh={1.5} miw={0} component="div">
      {children}
    </Text>
  </Group>
);

const Upcoming = ({ upcoming }: { readonly upcoming: UpcomingDate }) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const { what, name, date, on, turning } = upcoming;
  const label = what === 'own' ? t('customers.card.toDo.own') : what === 'family' ? t('customers.card.toDo.of', { name }) : name;
  const facts = [
    on.slice(5),
    ...(date.calendar === 'lunar' ? [partialDateWords(t, { ...date, year: null }, settings.language)] : []),
    ...(turning === null || what === 'named' ? [] : [t('customers.card.toDo.turning', { age: turning })]),
  ];
  return (
    <Line icon={IconCake} color="pink">
      <b>{t('customers.card.toDo.birthday', { label, when: afterHan(dateWords(t, on, today), settings.language) })}</b> ·{' '}
      {facts.join(' · ')}
    </Line>
  );
};

/** What is open with this person: the reasons to call with their figures, and dates that are near. */
export const ToDoList = ({ card, isQuietWhenEmpty = false }: ToDoListProps) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const dates = upcomingDates(card, today, birthdayOptionsOf(settings));
  const due = useDueFacts(card.id);
  const wishes = useOperation('interests.overview', { customerId: card.id }).data?.open ?? [];
  // What runs out stands here until it is renewed, whatever became of the call about it.
  const reasons = card.openReasons.filter(({ code }) => code !== 'expiring');
  const isEmpty = reasons.length === 0 && dates.length === 0 && due.length === 0 && wishes.length === 0;
  if (isEmpty && isQuietWhenEmpty) return null;
  return (
    <Paper component="section" p="md" h="100%" withBorder className={isEmpty ? undefined : classes['advice']}>
      <Text component="h2" size="xs" c={isEmpty ? 'dimmed' : 'var(--regulars-advice-text)'} mb={6}>
        {t('customers.card.toDo.title')}
      </Text>
      {isEmpty ? (
        <Text size="sm" c="dimmed">
          {t('customers.card.toDo.nothing')}
        </Text>
      ) : (
        <Stack component="ul" gap={6} className={classes['list']}>
          {reasons.map((reason, index) => (
            <Line key={`${index}`} {...reasonLook[reason.code]}>
              <ReasonText reason={reason} />
            </Line>
          ))}
          {due.map((one) => (
            <Line key={one.fact.id} icon={IconCalendarDue} color={one.fact.state === 'past' ? 'red' : 'amber'}>
              <DueFactLine customerId={card.id} due={one} />
            </Line>
          ))}
          {wishes.map((wish) => (
            <Line key={wish.id} icon={IconHeart} color="pink">
              <WishWords wish={wish} />
            </Line>
          ))}
          {dates.map((date) => (
            <Upcoming key={date.key} upcoming={date} />
          ))}
        </Stack>
      )}
    </Paper>
  );
};
