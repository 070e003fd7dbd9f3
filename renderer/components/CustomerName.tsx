import { Group } from '@mantine/core';
import { CustomerLink } from './CustomerLink.tsx';
import { VipBadge } from './VipBadge.tsx';

interface CustomerNameProps {
  readonly customer: { readonly id: string; readonly name: string; readonly isVip: boolean };
}

/** The way to a customer's card by their name, and whether they are a VIP. */
export const CustomerName = ({ customer: { id, name, isVip } }: CustomerNameProps) => (
  <Group gap="xs" wrap="nowrap">
    <CustomerLink customerId={id}>{name}</CustomerLink>
    {isVip && <VipBadge />}
  </Group>
);
