import { Button, Paper, Stack, Text } from '@mantine/core';
import {
  IconCake,
  IconCalendarDue,
  IconCalendarEvent,
  IconCalendarX,
  IconHeart,
  IconPackage,
  IconTargetArrow,
  IconTicket,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../../../shared/contract/callbacks.ts';
import { birthdayOptionsOf } from '../../../../shared/domain/birthdays.ts';
import { stepState } from '../../../../shared/domain/opportunities/forecast.ts';
import { useMay } from '../../../app/session.ts';
import { useShop } from '../../../app/shop.tsx';
import { afterHan } from '../afterHan.ts';
import { dateWords } from '../../../components/dateWords.ts';
import { ReasonText } from '../../../components/ReasonText.tsx';
import { useOperation } from '../../../ipc/useOperation.ts';
import { NextAppointment } from '../../appointments/NextAppointment.tsx';
import { Reliability } from '../../appointments/Reliability.tsx';
import { OpenCouponWords } from '../../coupons/OpenCouponWords.tsx';
import { OpenOpportunityWords } from '../../opportunities/OpenOpportunityWords.tsx';
import { OpenOrderWords } from '../../orders/OpenOrderWords.tsx';
import { WishWords } from '../../interests/WishWords.tsx';
import { TaskLine } from '../../tasks/TaskLine.tsx';
import { DueFactLine } from '../../things/DueFactLine.tsx';
import { useDueFacts } from '../../things/useDueFacts.ts';
import { SnoozedReasons } from '../../callbacks/SnoozedReasons.tsx';
import { reasonLook } from '../../callbacks/reasonLook.ts';
import type { Card } from '../form/customerValues.ts';
import { HandoverLine } from '../handover/HandoverLine.tsx';
import { partialDateWords } from '../partialDateWords.ts';
import classes from './Card.module.css';
import { ToDoLine } from './ToDoLine.tsx';
import { upcomingDates, type UpcomingDate } from './upcoming.ts';

/** Reasons that end with their coming. */
const ofAbsence: ReadonlySet<string> = new Set(['overdue', 'dormant', 'silence', 'missed']);
/** What has a line of its own here, whatever became of the call about it: what runs out, an order, a coupon. */
const hasOwnLine = (reason: Reason): boolean =>
  reason.code === 'expiring' || reason.code === 'waiting' || (reason.code === 'lapsing' && reason.params.kind === 'coupon');
/** So many stand at once; the others open at one press, so that the timeline stays in sight. */
const SHOWN = 5;
/** Of coupons those that lapse first. */
const MOST_COUPONS = 3;

interface ToDoListProps {
  readonly card: Card;
  /** Takes no room when there is nothing: for the reading panel. */
  readonly isQuietWhenEmpty?: boolean;
  /** They stand in the shop: reasons to call whoever stays away say nothing now. */
  readonly isHere?: boolean;
}

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
    <ToDoLine icon={IconCake} color="pink">
      <b>{t('customers.card.toDo.birthday', { label, when: afterHan(dateWords(t, on, today), settings.language) })}</b> ·{' '}
      {facts.join(' · ')}
    </ToDoLine>
  );
};

/** What is open with this person: the reasons to call with their figures, and dates that are near. */
export const ToDoList = ({ card, isQuietWhenEmpty = false, isHere = false }: ToDoListProps) => {
  const { t } = useTranslation();
  const { today, settings } = useShop();
  const [isWhole, setIsWhole] = useState(false);
  const dates = upcomingDates(card, today, birthdayOptionsOf(settings));
  const due = useDueFacts(card.id);
  const wishes = useOperation('interests.overview', { customerId: card.id }).data?.open ?? [];
  const booked = useOperation(
    'appointments.ofCustomer',
    { customerId: card.id },
    { enabled: useMay()('appointments.read') },
  ).data;
  const next = booked?.upcoming[0];
  const ordered = useOperation(
    'orders.list',
    { view: 'open', customerId: card.id, limit: SHOWN },
    { enabled: useMay()('visits.read') },
  ).data;
  const hoped = useOperation('opportunities.ofCustomer', { customerId: card.id, isOpenOnly: true, limit: SHOWN }).data;
  const coupons = useOperation('coupons.ofCustomer', { customerId: card.id }).data?.coupons ?? [];
  const tasks = useOperation('tasks.list', { customerId: card.id, limit: SHOWN }).data;
  const isUnreliable = booked !== undefined && booked.counts.noShows + booked.counts.lateCancels > 0;
  const reasons = card.openReasons.filter((reason) => !hasOwnLine(reason) && !(isHere && ofAbsence.has(reason.code)));
  const lines = [
    ...(card.handover === null ? [] : [<HandoverLine key={card.handover.id} card={card} handover={card.handover} />]),
    ...(next === undefined
      ? []
      : [
          <ToDoLine key={next.id} icon={IconCalendarEvent} color="cyan">
            <NextAppointment appointment={next} />
          </ToDoLine>,
        ]),
    ...(isUnreliable
      ? [
          <ToDoLine key="reliability" icon={IconCalendarX} color="amber">
            <Reliability customerId={card.id} withDeposit />
          </ToDoLine>,
        ]
      : []),
    ...(ordered?.rows ?? []).map((order) => (
      <ToDoLine key={order.id} icon={IconPackage} color={order.status === 'ready' ? 'jade' : 'gold'}>
        <OpenOrderWords order={order} />
      </ToDoLine>
    )),
    ...(tasks?.rows ?? []).map((task) => <TaskLine key={task.id} task={task} />),
    ...coupons
      .filter(({ state }) => state === 'open')
      .slice(0, MOST_COUPONS)
      .map((coupon) => (
        <ToDoLine key={coupon.id} icon={IconTicket} color="amber">
          <OpenCouponWords coupon={coupon} />
        </ToDoLine>
      )),
    ...(hoped?.rows ?? []).map((opportunity) => (
      <ToDoLine
        key={opportunity.id}
        icon={IconTargetArrow}
        color={stepState(opportunity.nextStepOn, today) === 'overdue' ? 'red' : 'grape'}
      >
        <OpenOpportunityWords opportunity={opportunity} />
      </ToDoLine>
    )),
    ...reasons.map((reason, index) => (
      <ToDoLine key={`${reason.code} ${index}`} {...reasonLook[reason.code]}>
        <ReasonText reason={reason} />
      </ToDoLine>
    )),
    ...due.map((one) => (
      <ToDoLine key={one.fact.id} icon={IconCalendarDue} color={one.fact.state === 'past' ? 'red' : 'amber'}>
        <DueFactLine customerId={card.id} due={one} />
      </ToDoLine>
    )),
    ...wishes.map((wish) => (
      <ToDoLine key={wish.id} icon={IconHeart} color="pink">
        <WishWords wish={wish} />
      </ToDoLine>
    )),
    ...dates.map((date) => <Upcoming key={date.key} upcoming={date} />),
  ];
  const isEmpty = lines.length === 0;
  const more = isWhole ? 0 : lines.length - SHOWN;
  if (isEmpty && isQuietWhenEmpty) return null;
  return (
    <Paper
      component="section"
      aria-label={t(isHere ? 'visits.arrival.open' : 'customers.card.toDo.title')}
      p="md"
      {...(!isHere && { h: '100%' })}
      withBorder
      className={isEmpty ? undefined : classes['advice']}
    >
      <Text component="h2" size="xs" c={isEmpty ? 'dimmed' : 'var(--regulars-advice-text)'} mb={6}>
        {t(isHere ? 'visits.arrival.open' : 'customers.card.toDo.title')}
      </Text>
      {isEmpty ? (
        <Text size="sm" c="dimmed">
          {t('customers.card.toDo.nothing')}
        </Text>
      ) : (
        <Stack component="ul" gap={6} className={classes['list']}>
          {more > 0 ? lines.slice(0, SHOWN) : lines}
          {more > 0 && (
            <li>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => {
                  setIsWhole(true);
                }}
              >
                {t('card.toDo.more', { count: more })}
              </Button>
            </li>
          )}
        </Stack>
      )}
      {!isHere && <SnoozedReasons customerId={card.id} />}
    </Paper>
  );
};
