import type { HandlersOf } from './context.ts';
import { customersCard } from './customers/card.ts';
import { customersContactMethods } from './customers/contactMethods.ts';
import { customersFamily } from './customers/family.ts';
import { customersVerifications } from './customers/verifications.ts';
import { customersFind } from './customers/find.ts';
import { customersReveal } from './customers/reveal.ts';
import { customersWrite } from './customers/write.ts';
import { customersInteractions } from './interactions.ts';
import { customersTimeline } from './timeline.ts';

export { customersStudies } from './customers/byFilter.ts';

export const customersHandlers: HandlersOf<'customers'> = {
  ...customersCard,
  ...customersContactMethods,
  ...customersFamily,
  ...customersFind,
  ...customersReveal,
  ...customersVerifications,
  ...customersWrite,
  ...customersTimeline,
  ...customersInteractions,
};
