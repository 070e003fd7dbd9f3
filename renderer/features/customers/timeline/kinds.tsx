import {
  IconAlertOctagon,
  IconArchive,
  IconArrowsExchange,
  IconCalendarEvent,
  IconClipboardText,
  IconDoorEnter,
  IconGift,
  IconHeart,
  IconId,
  IconHeartHandshake,
  IconPackage,
  IconPaw,
  IconNotebook,
  IconPencil,
  IconPhone,
  IconRulerMeasure,
  IconStar,
  IconTargetArrow,
  IconTicket,
  IconGiftCard,
  IconWallet,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { timelineKinds } from '../../../../shared/domain/timeline.ts';
import { AppointmentWords } from './AppointmentWords.tsx';
import { ChangeWords, ContactWords, HandoverWords, PointsWords, VisitWords } from './EntryWords.tsx';
import { CouponWords } from './CouponWords.tsx';
import { IncidentWords, MeasurementWords } from './MeasurementWords.tsx';
import { OpportunityWords } from './OpportunityWords.tsx';
import { OrderWords } from './OrderWords.tsx';
import { GiftWords } from './GiftWords.tsx';
import { MembershipWords } from './MembershipWords.tsx';
import { KeptWords } from './KeptWords.tsx';
import { RewardWords } from './RewardWords.tsx';
import { RecordWords } from './RecordWords.tsx';
import { CardSoldWords } from '../../valueCards/CardSoldWords.tsx';
import { CreditWords } from './CreditWords.tsx';
import { StoredValueWords } from './StoredValueWords.tsx';
import { InterestWords, ThingWords } from './ThingWords.tsx';
import type { TimelineEntry, TimelineKind } from './useTimeline.ts';

/** What one can choose to see; each takes in one kind or several that belong together. */
export const timelineFilters = ['visit', 'contact', 'points', 'record', 'thing', 'interest', 'change'] as const;
export type TimelineFilterName = (typeof timelineFilters)[number];

interface TimelineLook {
  readonly icon: TablerIcon;
  readonly color: string;
  /** Under which choice of the filter the kind is shown. */
  readonly filter: TimelineFilterName;
  readonly words: (entry: TimelineEntry) => ReactNode;
}

/** How each kind of entry looks and reads; its name stands in `customers.timeline.kind.<kind>`. */
export const timelineLooks: Readonly<Record<TimelineKind, TimelineLook>> = {
  appointment: {
    icon: IconCalendarEvent,
    color: 'cyan',
    filter: 'visit',
    words: ({ appointment, staffName }) => appointment && <AppointmentWords appointment={appointment} staffName={staffName} />,
  },
  visit: {
    icon: IconDoorEnter,
    color: 'jade',
    filter: 'visit',
    words: ({ visit, staffName }) => visit && <VisitWords visit={visit} staffName={staffName} />,
  },
  contact: {
    icon: IconPhone,
    color: 'blue',
    filter: 'contact',
    words: ({ contact, staffName }) => contact && <ContactWords contact={contact} staffName={staffName} />,
  },
  points: {
    icon: IconStar,
    color: 'gold',
    filter: 'points',
    words: ({ points, staffName }) => points && <PointsWords points={points} staffName={staffName} />,
  },
  credit: {
    icon: IconNotebook,
    color: 'gold',
    filter: 'points',
    words: ({ credit, staffName }) => credit && <CreditWords credit={credit} staffName={staffName} />,
  },
  valueCard: {
    icon: IconGiftCard,
    color: 'gold',
    filter: 'points',
    words: ({ valueCard, staffName }) => valueCard && <CardSoldWords card={valueCard} staffName={staffName} />,
  },
  storedValue: {
    icon: IconWallet,
    color: 'gold',
    filter: 'points',
    words: ({ storedValue, staffName }) => storedValue && <StoredValueWords storedValue={storedValue} staffName={staffName} />,
  },
  coupon: {
    icon: IconTicket,
    color: 'amber',
    filter: 'points',
    words: ({ coupon, staffName }) => coupon && <CouponWords coupon={coupon} staffName={staffName} />,
  },
  gift: {
    icon: IconHeartHandshake,
    color: 'amber',
    filter: 'points',
    words: ({ gift, staffName }) => gift && <GiftWords gift={gift} staffName={staffName} />,
  },
  keptGood: {
    icon: IconArchive,
    color: 'amber',
    filter: 'points',
    words: ({ keptGood, staffName }) => keptGood && <KeptWords kept={keptGood} staffName={staffName} />,
  },
  membership: {
    icon: IconId,
    color: 'gold',
    filter: 'points',
    words: ({ membership, staffName }) => membership && <MembershipWords membership={membership} staffName={staffName} />,
  },
  reward: {
    icon: IconGift,
    color: 'amber',
    filter: 'points',
    words: ({ reward, staffName }) => reward && <RewardWords reward={reward} staffName={staffName} />,
  },
  change: {
    icon: IconPencil,
    color: 'gray',
    filter: 'change',
    words: ({ change, staffName }) => change && <ChangeWords change={change} staffName={staffName} />,
  },
  interest: {
    icon: IconHeart,
    color: 'pink',
    filter: 'interest',
    words: ({ interest }) => interest && <InterestWords interest={interest} />,
  },
  incident: {
    icon: IconAlertOctagon,
    color: 'red',
    filter: 'record',
    words: ({ incident, staffName }) => incident && <IncidentWords incident={incident} staffName={staffName} />,
  },
  measurement: {
    icon: IconRulerMeasure,
    color: 'teal',
    filter: 'record',
    words: ({ measurement, staffName }) => measurement && <MeasurementWords measurement={measurement} staffName={staffName} />,
  },
  opportunity: {
    icon: IconTargetArrow,
    color: 'grape',
    filter: 'interest',
    words: ({ opportunity, staffName }) => opportunity && <OpportunityWords opportunity={opportunity} staffName={staffName} />,
  },
  order: {
    icon: IconPackage,
    color: 'indigo',
    filter: 'visit',
    words: ({ order, staffName }) => order && <OrderWords order={order} staffName={staffName} />,
  },
  record: {
    icon: IconClipboardText,
    color: 'teal',
    filter: 'record',
    words: ({ record, staffName }) => record && <RecordWords record={record} staffName={staffName} />,
  },
  thing: {
    icon: IconPaw,
    color: 'violet',
    filter: 'thing',
    words: ({ thing, staffName }) => thing && <ThingWords event={thing} staffName={staffName} />,
  },
  handover: {
    icon: IconArrowsExchange,
    color: 'gray',
    filter: 'change',
    words: ({ handover, staffName }) => handover && <HandoverWords handover={handover} staffName={staffName} />,
  },
};

/** The kinds that a choice of the filter takes in. */
export const kindsOf = (filter: TimelineFilterName): TimelineKind[] =>
  timelineKinds.filter((kind) => timelineLooks[kind].filter === filter);
