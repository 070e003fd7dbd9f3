import type { backups as chinese } from '../zh-CN/backups.ts';
import type { Translated } from '../translated.ts';

/** Words of the backups area. */
export const backups: Translated<typeof chinese> = {
  title: 'Backup',
  about: 'Copy the whole shop to a stick and take it home. Each copy is opened again, checked and counted before it counts.',
  last: { never: 'No backup yet. Make one today.', at: 'Last one:' },
  make: {
    title: 'Back up now',
    about: 'Choose a stick or a folder; work goes on meanwhile.',
    choose: 'Choose stick or folder',
    working: 'Copying and checking…',
    cancelled: 'Stopped. No half copy was left behind; earlier backups are untouched.',
  },
  proven: {
    title: 'Backed up and proven: {{file}}',
    counts: '{{customers}} customers · {{visits}} visits · {{points}} points · {{size}}',
    pull: 'It is safe to take the stick out now.',
  },
  restore: {
    title: 'Restore a backup',
    about: 'Look at what is in it first. The present data is kept beside it, as it is.',
  },
};
