import { Badge } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** The mark of what only some may see (X40). */
export const PrivateBadge = ({ children }: { readonly children: ReactNode }) => (
  <Badge size="sm" color="amber" variant="light" tt="none" leftSection={<IconLock size={12} stroke={1.7} aria-hidden />}>
    {children}
  </Badge>
);
