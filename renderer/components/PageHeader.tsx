import { Box, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './PageHeader.module.css';

interface PageHeaderProps {
  readonly title: ReactNode;
  /** One line under the title. */
  readonly text?: ReactNode;
  /** What follows the title on its line: a figure, a bar. */
  readonly beside?: ReactNode;
  /** Actions at the right. */
  readonly children?: ReactNode;
}

/** The head of a page: what it is, and what can be done. */
export const PageHeader = ({ title, text, beside, children }: PageHeaderProps) => (
  <Group component="header" justify="space-between" px="md" py="sm" mih="3.75rem">
    <Stack gap={2} miw={0}>
      <Group gap="md" wrap="nowrap">
        <Title order={1} lh={1.3} textWrap="balance" className={classes['title'] ?? ''}>
          {title}
        </Title>
        {beside}
      </Group>
      {text !== undefined && (
        <Text size="sm" c="dimmed">
          {text}
        </Text>
      )}
    </Stack>
    {children !== undefined && (
      <Group gap="xs" wrap="nowrap" flex="none">
        {children}
      </Group>
    )}
    {children === undefined && <Box />}
  </Group>
);
