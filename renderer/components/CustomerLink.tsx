import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface CustomerLinkProps {
  readonly customerId: string;
  /** The name, or what the link says instead. */
  readonly children: ReactNode;
}

/** The way to a customer's card, from a row of a table. */
export const CustomerLink = ({ customerId, children }: CustomerLinkProps) => (
  <Anchor size="sm" renderRoot={(props) => <Link to="/customers/$customerId" params={{ customerId }} search={{}} {...props} />}>
    {children}
  </Anchor>
);
