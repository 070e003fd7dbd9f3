import { Badge } from '@mantine/core';
import { IconCrown } from '@tabler/icons-react';

/** The tier somebody has, beside their name. */
export const TierBadge = ({ name }: { readonly name: string }) => (
  <Badge
    color="gold"
    variant="outline"
    size="sm"
    tt="none"
    flex="none"
    leftSection={<IconCrown size={11} stroke={2} aria-hidden />}
  >
    {name}
  </Badge>
);
