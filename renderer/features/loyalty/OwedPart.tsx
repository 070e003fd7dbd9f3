import { Group, SimpleGrid, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface OwedPartProps {
  readonly title: string;
  /** Figures, each on its tile. */
  readonly figures: ReactNode;
  /** The way to the people behind them. */
  readonly way?: ReactNode;
  /** What stands below: a table by age, a list of people. */
  readonly children?: ReactNode;
}

/** One kind of what the shop owes: its figures, and the way to whom it owes them. */
export const OwedPart = ({ title, figures, way, children }: OwedPartProps) => (
  <Stack component="section" aria-label={title} gap="xs">
    <Group justify="space-between">
      <Title order={2} fz="md">
        {title}
      </Title>
      {way}
    </Group>
    <SimpleGrid cols={3} spacing="sm">
      {figures}
    </SimpleGrid>
    {children}
  </Stack>
);
