import type { customFields as chinese } from '../zh-CN/customFields.ts';
import type { Translated } from '../translated.ts';

/** The shop's own fields of a customer. */
export const customFields: Translated<typeof chinese> = {
  title: 'Custom fields',
  text: 'What this shop wants to know; they stand on the card and on the form of a new customer.',
  panel: 'Field details',
  new: 'New field',
  name: 'Name',
  group: 'Heading',
  groupHint: 'What it stands under on the card; may stay empty',
  type: 'Holds',
  marks: 'Where it is used',
  options: 'Options',
  optionsHint: 'Type one and press Enter. An option taken away stays with whoever has it.',
  archiveHint: 'An archived field is hidden and its values are kept. Only a field without values can be deleted.',
  unknown: 'Not known',
  yes: 'Yes',
  no: 'No',
  types: {
    text: 'Text',
    number: 'Number',
    date: 'Date',
    choice: 'One of a list',
    choices: 'Several of a list',
    yes_no: 'Yes or no',
  },
  mark: { isRequired: 'Required', isSearchable: 'Searchable', isInList: 'In the list', isArchived: 'Archived' },
  switch: {
    isRequired: 'Required for new customers',
    isSearchable: 'People can be searched by it',
    isInList: 'Shown in the list of customers',
  },
  privacy: {
    label: 'Who sees it',
    text: 'A private one is seen, filled in and exported only by roles with that right, and the search does not find by it.',
    everybody: 'Everybody',
    groups: { health: 'Health notes', income: 'Income and education', staff_notes: 'Notes on staff' },
  },
  empty: {
    title: 'No custom fields yet',
    text: 'Such as a parking space, the day of a skin test, a usual size. Once made, they are filled in on the card.',
  },
  done: {
    created: 'Made the field {{name}}',
    changed: 'Changed the field {{name}}',
    moved: 'The field {{name}} has its new place',
    archived: 'Archived the field {{name}}',
    used: 'The field {{name}} is in use again',
    removed: 'Deleted the field {{name}}',
  },
};
