import type { common as chinese } from '../zh-CN/common.ts';
import type { Translated } from '../translated.ts';

/** Words that every page uses. */
export const common: Translated<typeof chinese> = {
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  delete: 'Delete',
  edit: 'Edit',
  retry: 'Try again',
  more: 'More',
  readOn_one: 'Show {{count}} more',
  readOn_other: 'Show more, {{count}} left',
  vip: 'VIP',
  gender: { female: 'female', male: 'male' },
  age: 'aged {{age}}',
  visits_one: '{{count}} visit',
  visits_other: '{{count}} visits',
  noPhone: 'no phone',
  copy: 'Copy',
  copied: 'Copied',
  /** A month over a calendar, in the letters of dayjs. */
  monthFormat: 'MMMM YYYY',
  when: {
    today: 'today',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    dayBeforeYesterday: '2 days ago',
    dayAfterTomorrow: 'in 2 days',
    daysAgo_one: '{{count}} day ago',
    daysAgo_other: '{{count}} days ago',
    inDays_one: 'in {{count}} day',
    inDays_other: 'in {{count}} days',
  },
  picker: { placeholder: 'Name / pinyin / last digits / card', label: 'Customer' },
  leave: {
    title: 'This is not saved yet',
    text: 'If you leave now, what you typed is gone.',
    stay: 'Keep editing',
    leave: 'Leave unsaved',
  },
  job: { working: 'Working…', cancelling: 'Stopping…', progress: '{{done}} / {{total}}' },
  listSeparator: ', ',
};
