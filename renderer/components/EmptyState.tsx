import { EmptyState as MantineEmptyState } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: TablerIcon;
  readonly title: string;
  /** What would be here, and the first step. */
  readonly text: string;
  /** The first step as a button. */
  readonly children?: ReactNode;
}

/** A page or list with nothing in it yet: says what would be here and offers the first step. */
export const EmptyState = ({ icon: Icon, title, text, children }: EmptyStateProps) => (
  <MantineEmptyState
    icon={<Icon stroke={1.7} aria-hidden />}
    variant="light"
    size="sm"
    title={title}
    description={text}
    align="left"
    p="xl"
    maw={560}
  >
    {children !== undefined && <MantineEmptyState.Actions>{children}</MantineEmptyState.Actions>}
  </MantineEmptyState>
);
