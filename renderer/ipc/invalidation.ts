import type { Area, Topic } from '../../shared/contract.ts';

/** Which areas' queries show facts of a topic; null means every one. */
const areasByTopic: Record<Topic, readonly Area[] | null> = {
  tags: ['tags', 'customers'],
  customFields: ['customFields', 'customers'],
  customers: [
    'customers',
    'memberCards',
    'duplicates',
    'bin',
    'callbacks',
    'segments',
    'things',
    'care',
    'intake',
    'recents',
    'privacy',
    'signedForms',
    'orders',
    'tasks',
    'opportunities',
    'appointments',
    'queue',
    'waitlist',
    'referrals',
  ],
  orders: ['orders', 'visits', 'customers'],
  visits: ['visits', 'referrals', 'tiers', 'coupons', 'customers', 'callbacks', 'segments', 'things', 'safety', 'recents'],
  appointments: ['appointments', 'visits', 'rosters', 'queue', 'waitlist', 'customers'],
  things: ['things', 'customers', 'callbacks', 'serviceRecords', 'measurements', 'incidents'],
  parkedVisits: ['parkedVisits'],
  deferrals: ['deferrals', 'customers'],
  interests: ['interests', 'customers'],
  serviceRecords: ['serviceRecords', 'customers'],
  signedForms: ['signedForms', 'customers'],
  measurements: ['measurements', 'customers'],
  incidents: ['incidents', 'customers'],
  tasks: ['tasks'],
  opportunities: ['opportunities', 'customers'],
  care: ['care'],
  intake: ['intake'],
  countCards: ['countCards', 'customers', 'visits'],
  credit: ['credit', 'customers', 'visits'],
  storedValue: ['storedValue', 'spendingPins', 'customers', 'visits'],
  points: ['loyalty', 'rewards', 'earningRules', 'tiers', 'customers', 'recents', 'callbacks', 'care'],
  coupons: ['coupons', 'customers', 'visits'],
  referrals: ['referrals', 'customers'],
  gifts: ['gifts', 'coupons', 'customers'],
  rewards: ['rewards', 'loyalty', 'customers'],
  products: ['products', 'visits', 'safety', 'countCards', 'coupons'],
  customerViews: ['customerViews'],
  recents: ['recents'],
  bulkEdits: ['bulkEdits'],
  staff: ['staff', 'tasks', 'opportunities', 'customers', 'privacy', 'appointments', 'rosters', 'queue', 'waitlist'],
  safety: ['safety', 'customers'],
  attachments: ['attachments'],
  segments: ['segments', 'customers'],
  callbacks: ['callbacks', 'customers'],
  imports: ['imports'],
  exports: ['exports'],
  merges: [
    'merges',
    'duplicates',
    'customers',
    'visits',
    'loyalty',
    'countCards',
    'storedValue',
    'credit',
    'spendingPins',
    'tiers',
    'coupons',
    'referrals',
    'rewards',
    'gifts',
    'things',
    'safety',
    'attachments',
    'appointments',
    'queue',
    'waitlist',
    'serviceRecords',
    'signedForms',
    'measurements',
    'incidents',
    'orders',
    'tasks',
    'opportunities',
  ],
  backups: ['backups', 'privacy'],
  settings: [
    'settings',
    'customers',
    'credit',
    'loyalty',
    'tiers',
    'staff',
    'shell',
    'segments',
    'callbacks',
    'things',
    'care',
    'intake',
    'attachments',
    'backups',
    'queue',
  ],
  privacy: ['privacy'],
  store: null,
};

const customerOf = (input: unknown): string | null =>
  typeof input === 'object' && input !== null && 'customerId' in input && typeof input.customerId === 'string'
    ? input.customerId
    : null;

/**
 * Whether a query must be read again after a change. `customerIds` null means anyone may have changed; a query about one
 * customer is spared when only others did.
 */
export const isTouched = (
  queryKey: readonly unknown[],
  changedTopics: readonly Topic[],
  customerIds: readonly string[] | null,
): boolean => {
  const [name, input] = queryKey;
  if (typeof name !== 'string') return false;
  const area = name.slice(0, name.indexOf('.'));
  const concerns = changedTopics.some((topic) => areasByTopic[topic]?.some((shown) => shown === area) ?? true);
  if (!concerns || customerIds === null || changedTopics.includes('store')) return concerns;
  const customer = customerOf(input);
  return customer === null || customerIds.includes(customer);
};
