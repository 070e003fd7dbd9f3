import { Mark } from '@mantine/core';
import classes from './MarkedText.module.css';

/** Text with its half-open range from `start` to `end` marked. */
export const MarkedText = ({ text, start, end }: { readonly text: string; readonly start: number; readonly end: number }) =>
  end <= start || start >= text.length ? (
    text
  ) : (
    <>
      {text.slice(0, start)}
      <Mark className={classes['mark']}>{text.slice(start, end)}</Mark>
      {text.slice(end)}
    </>
  );
