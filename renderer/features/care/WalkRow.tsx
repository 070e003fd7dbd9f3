import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './Care.module.css';

interface WalkRowProps {
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

/** One row of a list that is read beside it; the chosen one stays in sight. */
export const WalkRow = ({ isChosen, onChoose, children }: WalkRowProps) => {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <UnstyledButton ref={element} className={classes['row']} aria-current={isChosen} onClick={onChoose}>
      {children}
    </UnstyledButton>
  );
};
