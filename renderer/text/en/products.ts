import type { products as chinese } from '../zh-CN/products.ts';
import type { Translated } from '../translated.ts';

/** Words of the products and services area. */
export const products: Translated<typeof chinese> = {
  title: 'Products and services',
  text: 'When you log a visit, a few letters or a scan finds them.',
  add: 'Add',
  addTitle: 'New product or service',
  editTitle: 'Edit "{{name}}"',
  find: 'Find a product or service',
  includeInactive: 'Show the retired ones too',
  count_one: '{{count}} in all',
  count_other: '{{count}} in all',
  columns: { name: 'Name', category: 'Category', price: 'Price', cost: 'Cost', barcode: 'Barcode' },
  kind: { label: 'Kind', service: 'service', product: 'product' },
  inactive: 'retired',
  noCost: 'unknown',
  costHint: 'Leave empty if you do not know',
  priceWrong: 'An amount such as 88 or 88.50',
  deactivate: 'Retire',
  activate: 'Bring back',
  done: {
    added: 'Added "{{name}}"',
    changed: 'Changed "{{name}}"',
    deactivated: 'Retired "{{name}}"',
    activated: 'Brought back "{{name}}"',
  },
  empty: {
    title: 'No products or services yet',
    text: 'Note the few you sell most; logging a visit then takes a letter or two.',
  },
  nothingFound: { title: 'Nothing found for "{{text}}"', text: 'Try another word, or add it.', add: 'Add "{{text}}"' },
  patchTest: 'Needs a passed patch test, valid for (days)',
  patchTestNone: 'not needed',
  patchTestHint: 'For colour, lashes and the like, e.g. 180: logging a visit warns when no passed test holds.',
  patchTestWrong: 'A whole number from 1 to 3650, or empty',
  byHour: 'Charged by the hour',
  byHourHint: 'Logging a visit starts its clock and charges the time when it stops: rooms, care, courts.',
  favourite: 'A button on the visit page',
  favouriteHint: 'For the few that sell most: one press logs them.',
  barcodeTaken: 'Another product already has this barcode',
};
