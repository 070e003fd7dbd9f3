import type { HandlersOf } from './context.ts';
import { membershipPlans } from './memberships/plans.ts';
import { membershipFigures, membershipList, membershipOwed, membershipTill, membershipsOf } from './memberships/read.ts';
import { end, goOn, sell, takeBack } from './memberships/sales.ts';

/** Paid membership 付费会员 (X57). */
export const membershipsHandlers: HandlersOf<'memberships'> = {
  ...membershipPlans,
  'memberships.ofCustomer': membershipsOf,
  'memberships.sell': sell,
  'memberships.takeBack': takeBack,
  'memberships.end': end,
  'memberships.goOn': goOn,
  'memberships.list': membershipList,
  'memberships.figures': membershipFigures,
  'memberships.owed': membershipOwed,
  'memberships.till': membershipTill,
};
