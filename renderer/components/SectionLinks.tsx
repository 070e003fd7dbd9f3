import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { LinkProps } from '@tanstack/react-router';
import classes from './SectionLinks.module.css';

export interface SectionLink {
  readonly to: NonNullable<LinkProps['to']>;
  readonly name: string;
  /** Stands on a page that belongs to this one. */
  readonly isActive?: boolean;
}

interface SectionLinksProps {
  /** What the row is called when it is read aloud. */
  readonly label: string;
  readonly links: readonly SectionLink[];
}

/** The way between the pages of one area; it stands at the top of each of them. */
export const SectionLinks = ({ label, links }: SectionLinksProps) => (
  <Group component="nav" aria-label={label} className={classes['sections']} gap="lg" px="md">
    {links.map(({ to, name, isActive }) => (
      <Link
        key={to}
        to={to}
        className={classes['section']}
        activeOptions={{ exact: true, includeSearch: false }}
        {...(isActive === true && { 'data-status': 'active' as const })}
      >
        {name}
      </Link>
    ))}
  </Group>
);
