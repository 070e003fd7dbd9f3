import { EmptyState as MantineEmptyState, Title } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: TablerIcon;
  readonly title: string;
  /** What would be here, and the first step. */
  readonly text: string;
  /** The first step as a button. */
  readonly children?: ReactNode;
  /** 1 where nothing else on the page is its heading. */
  readonly order?: 1 | 2;
}

/** A page or list with nothing in it yet: says what would be here and offers the first step. */
export const EmptyState = ({ icon: Icon, title, text, children, order = 2 }: EmptyStateProps) => (
  <MantineEmptyState
    icon={<Icon stroke={1.7} aria-hidden />}
    variant="light"
    size="sm"
    title={
      <Title order={order} fz="md" lh="inherit">
        {title}
      </Title>
    }
    description={text}
    align="left"
    p="xl"
    maw={640}
  >
    {children !== undefined && <MantineEmptyState.Actions>{children}</MantineEmptyState.Actions>}
  </MantineEmptyState>
);
