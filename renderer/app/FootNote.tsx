import { Anchor, Group } from '@mantine/core';
import type { TablerIcon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import classes from './Menu.module.css';

interface FootNoteProps {
  readonly to: '/backups' | '/settings/privacy';
  readonly icon: TablerIcon;
  readonly text: string;
  /** Something to be done: told apart by a ground of its own, never by moving or covering anything. */
  readonly isDue: boolean;
}

/** A line at the foot of the menu: there on every page, in nobody's way. */
export const FootNote = ({ to, icon: Icon, text, isDue }: FootNoteProps) => (
  <Anchor
    renderRoot={(props) => <Link {...props} to={to} />}
    size="xs"
    c={isDue ? 'var(--mantine-color-amber-text)' : 'dimmed'}
    underline="hover"
    px={10}
    py={isDue ? 6 : 4}
    className={isDue ? (classes['due'] ?? '') : ''}
  >
    <Group gap={6} wrap="nowrap" component="span">
      <Icon size={14} stroke={1.7} aria-hidden />
      {text}
    </Group>
  </Anchor>
);
