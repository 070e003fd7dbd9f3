import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { useOperation } from '../../ipc/useOperation.ts';
import { emptyDraft, type VisitDraft } from './useVisitForm.ts';
import { VisitForm } from './VisitForm.tsx';
import { VisitLeaveGuard } from './VisitLeaveGuard.tsx';
import { WhoStep } from './WhoStep.tsx';

/** Logs a visit: who, then what. What was typed follows to another person when the wrong one was chosen. */
export const VisitPage = () => {
  const navigate = useNavigate();
  const { customerId } = useSearch({ from: '/visit' });
  const [carried, setCarried] = useState<VisitDraft>(emptyDraft);
  const isPicking = useRef(false);

  const pick = (chosen: string): void => {
    isPicking.current = true;
    void navigate({ to: '/visit', search: { customerId: chosen }, replace: true });
  };
  const changePerson = (draft: VisitDraft): void => {
    setCarried(draft);
    void navigate({ to: '/visit', search: {}, replace: true });
  };
  const taken = (): void => {
    isPicking.current = false;
    setCarried(emptyDraft);
  };

  if (customerId === undefined)
    return (
      <>
        <WhoStep onPick={pick} />
        <VisitLeaveGuard draft={carried} isPassing={() => isPicking.current} />
      </>
    );
  return <Chosen key={customerId} customerId={customerId} initial={carried} onTaken={taken} onChangePerson={changePerson} />;
};

interface ChosenProps {
  readonly customerId: string;
  readonly initial: VisitDraft;
  readonly onTaken: () => void;
  readonly onChangePerson: (draft: VisitDraft) => void;
}

const Chosen = ({ customerId, initial, onTaken, onChangePerson }: ChosenProps) => {
  const card = useOperation('customers.findById', { customerId });
  if (card.isError) return <ErrorNotice error={card.error} onRetry={() => void card.refetch()} />;
  if (card.data === undefined) return null;
  return <VisitForm card={card.data} initial={initial} onTaken={onTaken} onChangePerson={onChangePerson} />;
};
