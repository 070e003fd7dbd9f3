import type { Translated } from '../translated.ts';
import type { advocates as chinese } from '../zh-CN/advocates.ts';

/** Words of advocates and product testers. */
export const advocates: Translated<typeof chinese> = {
  usualTitle: 'Advocates',
  kinds: { advocate: '{{title}}', tester: 'Product tester' },
  about: {
    advocate: 'A regular who speaks well of the shop can be made {{title}} and given a certificate.',
    tester: 'They try what is new before others; write down what they say.',
  },
  give: { advocate: 'Make them {{title}}', tester: 'Make them a tester' },
  number: 'No. {{number}}',
  since: 'since {{on}}',
  fromTo: '{{from}} to {{to}}',
  certificate: 'Print the certificate',
  end: 'End it',
  card: { title: '{{name}} · {{title}}' },
  done: {
    given: '{{name}} is now: {{title}}',
    ended: '{{name}} is no longer: {{title}}',
    testSaved: 'Written down: {{name}} tests “{{what}}”',
    testRemoved: 'Deleted the test of “{{what}}”',
  },
  tests: {
    title: 'What they tested, and said',
    add: 'Note a test',
    none: 'Nothing tested yet.',
    saidNothing: 'Nothing said yet',
    noteSaid: 'Note what they said',
    change: 'Change',
    what: 'What they test',
    whatHint: 'The new autumn latte',
    givenOn: 'Given on',
    said: 'What they said',
    saidHint: 'Can be filled in later',
  },
  page: {
    title: '{{title}} and testers',
    text: 'Who is one and since when, how many things they tested, and what they said last.',
    kind: 'Which kind',
    withEnded: 'Those that ended too',
    none: 'Nobody yet',
    noneText: 'Press “{{title}}” on the card of a customer to make them one, or a tester.',
    who: 'Customer',
    number: 'Number',
    when: 'When',
    tests: 'Things tested',
    lastSaid: 'What they said last',
    later: 'Later',
    earlier: 'Earlier',
    count_one: '{{count}} in all',
    count_other: '{{count}} in all',
  },
  settings: {
    title: 'What regulars who speak for the shop are called',
    hint: 'For example: Coffee taster. With a name, they are appointed on their card and get a certificate; leave it empty to have none',
  },
};
