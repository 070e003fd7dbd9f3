import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

interface PageButtonsProps {
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
  /** What lies before and after, in the words of the list. */
  readonly before: string;
  readonly after: string;
  /** Stands behind the two. */
  readonly children?: ReactNode;
}

/** The way through a list that is read page by page; nothing where one page holds it. */
export const PageButtons = ({ page, pageSize, total, onPage, before, after, children }: PageButtonsProps) => {
  if (total <= pageSize) return null;
  const button = (to: number, words: string, isThere: boolean) => (
    <Button
      variant="default"
      size="compact-sm"
      disabled={!isThere}
      onClick={() => {
        onPage(to);
      }}
    >
      {words}
    </Button>
  );
  return (
    <Group gap="xs">
      {button(page - 1, before, page > 0)}
      {button(page + 1, after, (page + 1) * pageSize < total)}
      {children}
    </Group>
  );
};
