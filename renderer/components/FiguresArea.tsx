import { ScrollArea, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNotice } from './ErrorNotice.tsx';

interface FiguresAreaProps {
  readonly label: string;
  /** What is said until the figures are there. */
  readonly counting: string;
  readonly isCounting: boolean;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

/** The body of a page of figures that are counted when it is opened. Without a link among them: the keys scroll the page itself. */
export const FiguresArea = ({ label, counting, isCounting, error, onRetry, children }: FiguresAreaProps) => (
  <ScrollArea
    flex={1}
    mih={0}
    px="md"
    type="auto"
    scrollbarSize={8}
    viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}
  >
    {error !== null && <ErrorNotice error={error} onRetry={onRetry} />}
    {isCounting && error === null && (
      <Text size="sm" c="dimmed" component="output">
        {counting}
      </Text>
    )}
    {children}
  </ScrollArea>
);
