import type { app as chinese } from '../zh-CN/app.ts';
import type { Translated } from '../translated.ts';

/** Words of the frame: menu, search box, keys, undo. */
export const app: Translated<typeof chinese> = {
  name: 'Regulars',
  menu: {
    label: 'Main menu',
    today: 'Today',
    customers: 'Customers',
    visit: 'Visit',
    segments: 'Segments',
    imports: 'Import, export',
    backups: 'Backups',
    settings: 'Settings',
    toDo_one: '{{count}} person to contact',
    toDo_other: '{{count}} people to contact',
  },
  backup: {
    never: 'No backup yet',
    today: 'Backed up {{time}}',
    yesterday: 'Backed up yesterday',
    daysAgo_one: 'Backup {{count}} day ago',
    daysAgo_other: 'Backup {{count}} days ago',
  },
  search: {
    recent: 'Opened last',
    unknownCode: 'Nobody has “{{code}}” as card, number or phone.',
    label: 'Find a customer',
    placeholder: 'Name / pinyin / last digits / card',
    results: 'Customers found',
    nobody: 'Nobody found for "{{text}}"',
    createNew: 'New customer "{{text}}"',
    neverVisited: 'never visited',
    openCard: 'open card',
    startVisit: 'log a visit',
  },
  keys: {
    title: 'Keys',
    search: 'Find a customer',
    visit: 'Log a visit',
    newCustomer: 'New customer',
    today: "Today's list",
    menu: 'Go to a menu page',
    undo: 'Undo the last thing done',
    back: 'One step back',
    keys: 'Show the keys',
    rows: 'Walk the rows',
    open: 'Open',
    outcome: 'Record how the call went',
    note: 'Note on the call',
    save: 'Save',
  },
  undo: {
    button: 'Undo',
    undone: 'Undone: {{label}}',
    nothing: 'Nothing to undo',
  },
  start: {
    opening: "Opening the shop's records…",
  },
  notFound: { title: 'No such page', text: "Go back to today's list and carry on from there.", toToday: 'Back to today' },
  crashed: {
    title: 'This page ran into a problem',
    text: 'Everything recorded is safe. Open the page again and retry.',
    reload: 'Open again',
  },
};
