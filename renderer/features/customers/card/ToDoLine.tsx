import { Group, Text } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface ToDoLineProps {
  readonly icon: TablerIcon;
  readonly color: string;
  /** What settles it, at the end of the line. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One thing that is open with a person. */
export const ToDoLine = ({ icon: Icon, color, action, children }: ToDoLineProps) => (
  <Group gap="xs" wrap="nowrap" align="flex-start" component="li">
    <Text span c={color} lh={1} mt={2} aria-hidden>
      <Icon size={18} stroke={1.7} />
    </Text>
    <Text size="sm" lh={1.5} miw={0} flex={1} component="div">
      {children}
    </Text>
    {action}
  </Group>
);
