import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  /** A line below: what belongs to the figure. */
  readonly note?: ReactNode;
}

/** One figure with its name above it, on a quiet tile. */
export const Figure = ({ label, value, note }: FigureProps) => (
  <Paper bg="var(--regulars-quiet)" px="sm" py="xs">
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="lg" fw={700} truncate>
        {value}
      </Text>
      {note !== undefined && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </Stack>
  </Paper>
);
