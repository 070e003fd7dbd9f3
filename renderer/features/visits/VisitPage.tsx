import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../shared/contract.ts';
import { cents, type Cents } from '../../../shared/types/amounts.ts';
import type { ParkedVisitId } from '../../../shared/types/ids.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { bookedVisit, type BookedVisit } from './bookedVisit.ts';
import { emptyDraft, type VisitDraft } from './useVisitForm.ts';
import { VisitForm } from './VisitForm.tsx';
import { VisitLeaveGuard } from './VisitLeaveGuard.tsx';
import { WhoStep } from './WhoStep.tsx';

/** What was typed so far, whoever it is for. */
export interface Carried {
  readonly draft: VisitDraft;
  /** What a walk-in is called at the desk. */
  readonly label: string;
  /** The parked visit it was, which saving ends. */
  readonly parkedVisitId: ParkedVisitId | null;
  /** What was paid when it was booked. */
  readonly depositCents: Cents;
  /** A booking's own words: as long as nothing is typed, leaving loses nothing. */
  readonly isUntyped: boolean;
}
const nothing: Carried = { draft: emptyDraft, label: '', parkedVisitId: null, depositCents: cents(0), isUntyped: false };

/** Logs a visit: who, then what. What was typed follows to another person when the wrong one was chosen. */
export const VisitPage = (): ReactNode => {
  const navigate = useNavigate();
  const { customerId, walkIn, parked, booking } = useSearch({ from: '/visit' });
  const [carried, setCarried] = useState(nothing);
  const isPicking = useRef(false);

  const go = (search: { customerId?: string; walkIn?: true; parked?: string }): void => {
    isPicking.current = true;
    void navigate({ to: '/visit', search, replace: true });
  };
  const ways: FormWays = {
    onTaken: () => {
      isPicking.current = false;
      setCarried(nothing);
    },
    onChangePerson: (typed) => {
      setCarried(typed);
      void navigate({ to: '/visit', search: {}, replace: true });
    },
  };
  if (parked !== undefined) return <Parked key={parked} parkedVisitId={parked} {...ways} />;
  if (booking !== undefined) return <Booked key={booking} appointmentId={booking} {...ways} />;
  if (customerId !== undefined) return <Chosen key={customerId} customerId={customerId} initial={carried} {...ways} />;
  if (walkIn === true) return <VisitForm key="walk-in" card={null} initial={carried} {...ways} />;
  return (
    <>
      <WhoStep
        onPick={(chosen) => {
          go({ customerId: chosen });
        }}
        onWalkIn={() => {
          go({ walkIn: true });
        }}
        onResume={(parkedVisitId) => {
          go({ parked: parkedVisitId });
        }}
      />
      <VisitLeaveGuard draft={carried.draft} isPassing={() => isPicking.current} />
    </>
  );
};

interface FormWays {
  readonly onTaken: () => void;
  readonly onChangePerson: (typed: Carried) => void;
}

interface ChosenProps extends FormWays {
  readonly customerId: string;
  readonly initial: Carried;
}

const Chosen = ({ customerId, ...form }: ChosenProps): ReactNode => {
  const card = useOperation('customers.findById', { customerId });
  if (card.isError) return <ErrorNotice error={card.error} onRetry={() => void card.refetch()} />;
  if (card.data === undefined) return null;
  return <VisitForm card={card.data} {...form} />;
};

const Parked = ({ parkedVisitId, ...ways }: FormWays & { readonly parkedVisitId: string }): ReactNode => {
  const found = useOperation('parkedVisits.findById', { parkedVisitId });
  // What is being typed must not give way to what the store says when it was parked again elsewhere.
  const [first, setFirst] = useState<OutputOf<'parkedVisits.findById'> | null>(null);
  if (first === null && found.data !== undefined) setFirst(found.data);
  if (first === null) return found.isError ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null;
  const initial: Carried = {
    draft: first.draft,
    label: first.label,
    parkedVisitId: first.id,
    depositCents: cents(0),
    isUntyped: false,
  };
  return first.customerId === null ? (
    <VisitForm card={null} initial={initial} {...ways} />
  ) : (
    <Chosen customerId={first.customerId} initial={initial} {...ways} />
  );
};

/** The visit of somebody who was booked: what for and with whom stands there already. */
const Booked = ({ appointmentId, ...ways }: FormWays & { readonly appointmentId: string }): ReactNode => {
  const found = useOperation('appointments.findById', { appointmentId });
  const products = useOperation(
    'products.list',
    { text: found.data?.appointment.service ?? '' },
    { enabled: found.data !== undefined },
  );
  // What is being typed must not give way to the booking when that changes meanwhile.
  const [first, setFirst] = useState<BookedVisit | null>(null);
  if (first === null && found.data !== undefined && !found.isFetching && products.data !== undefined)
    setFirst(bookedVisit(found.data.appointment, products.data.rows));
  if (found.isError) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (first === null) return null;
  const initial: Carried = { ...first, parkedVisitId: null, isUntyped: true };
  return first.customerId === null ? (
    <VisitForm card={null} initial={initial} {...ways} />
  ) : (
    <Chosen customerId={first.customerId} initial={initial} {...ways} />
  );
};
