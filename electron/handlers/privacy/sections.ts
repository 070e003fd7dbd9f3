import { exportColumnNames, exportColumns, type ExportLanguage } from '../../../shared/domain/exports/columns.ts';
import { columnsOfForm } from '../../../shared/domain/exports/forms.ts';
import { sensitiveFields } from '../../../shared/domain/customers/sensitive.ts';
import type { DocumentSection } from '../../../shared/domain/printing/document.ts';
import { maskContact, maskText } from '../../../shared/domain/masking/mask.ts';
import { personalTableWords } from '../../../shared/domain/privacy/tableWords.ts';
import { saidState } from '../../../shared/domain/privacy/consents.ts';
import { purposeWords, stateWords, wayWords } from '../../../shared/domain/privacy/wording.ts';
import type { CustomerId } from '../../../shared/types/ids.ts';
import { listCustomFields } from '../../store/customFields.ts';
import { readExportedCustomers, readExportedPurchases } from '../../store/exports.ts';
import { listEntriesOf } from '../../store/personalHistory.ts';
import { localDate } from '../../../shared/types/time.ts';
import { AppError } from '../../../shared/errors.ts';
import type { StudyContext } from '../context.ts';
import { readConsents } from './consents.ts';

// The parts of which the statement and a person's file are made, in the reader's language.

const CENTS = 100;
const THOUSANDTHS = 1000;
const money = (cents: number): string => (cents / CENTS).toFixed(2);

interface About {
  readonly context: StudyContext;
  readonly customerId: CustomerId;
  readonly language: ExportLanguage;
}
/** Whether numbers stand in full on what is printed for this session (R192, S7). */
const maySeeNumbers = ({ context }: About): boolean => context.actor.permissions.includes('customers.phones');
const hideNumbers = (about: About, value: string | number): string | number =>
  typeof value === 'number' || maySeeNumbers(about) ? value : maskText(value);
const hideAccount = (about: About, value: string): string => (maySeeNumbers(about) ? value : maskContact(value));
const hideRow = (about: About, row: readonly (string | number)[]): (string | number)[] =>
  row.map((cell) => hideNumbers(about, cell));

const say = ({ language }: About, chinese: string, english: string): string => (language === 'en' ? english : chinese);

/** Columns of the private group of health (X40). */
const healthFields = ['safetyNote', 'safetyFacts', 'patchTests'];

/** Who it is, in every field that says something; income and education only for whoever may see them (R004). */
export const detailsSection = (about: About): DocumentSection & { readonly name: string; readonly number: string } => {
  const { context, customerId, language } = about;
  const [person] = readExportedCustomers(context.database, [customerId], context.settings());
  if (!person) throw new AppError('not_found', { what: 'customer' });
  const { permissions } = context.actor;
  const hidden: readonly string[] = [
    ...(permissions.includes('private.income') ? [] : sensitiveFields),
    ...(permissions.includes('private.health') ? [] : healthFields),
  ];
  const names = exportColumnNames.filter((name) => !hidden.includes(name));
  const ownFields = listCustomFields(context.database).map(({ name }) => name);
  // The other accounts stand in one text with their kinds; what cannot be told apart there is left out.
  const shown = names.filter((name) => maySeeNumbers(about) || name !== 'contactMethods');
  const accounts = new Set(
    [exportColumns.wechat, exportColumns.email, exportColumns.phone].map(({ header }) => header[language]),
  );
  const facts = columnsOfForm('own', shown, ownFields).flatMap((column): [string, string | number][] => {
    const said = column.read(person, language);
    const value = accounts.has(column.header[language]) ? hideAccount(about, String(said)) : hideNumbers(about, said);
    return value === '' ? [] : [[column.header[language], value]];
  });
  return {
    title: say(about, '我们存有的资料', 'The details we hold'),
    facts,
    name: person.name,
    number: person.number,
  };
};

export const consentSection = (about: About): DocumentSection => {
  const { standing, history } = readConsents(about.context, about.customerId);
  const { language } = about;
  return {
    title: say(about, '您的同意', 'What you agreed to'),
    text: say(
      about,
      '您可以随时撤回，当场生效。我们不把您的资料给任何别人。',
      'You can take any of it back at any time, and it counts at once. We share your details with nobody.',
    ),
    table: {
      headers: [say(about, '用途', 'For'), say(about, '现在', 'Now'), say(about, '日期', 'Since'), say(about, '方式', 'How')],
      rows: standing.map(({ purpose, state, on }) => {
        const said = history.find((entry) => entry.purpose === purpose && !entry.isUndone && entry.on === on);
        return [
          `${purposeWords[purpose].name[language]}\n${purposeWords[purpose].asks[language]}`,
          state === null ? say(about, '没有问过', 'not asked') : stateWords[saidState({ purpose, state, on }, history)][language],
          on ?? '',
          said === undefined ? '' : wayWords[said.way][language],
        ];
      }),
    },
  };
};

/** The history of consents, for the person's file. */
export const consentHistorySection = (about: About): DocumentSection => {
  const { language } = about;
  const { history } = readConsents(about.context, about.customerId);
  return {
    title: say(about, '同意的历史', 'History of consents'),
    table: {
      headers: [say(about, '日期', 'On'), say(about, '用途', 'For'), say(about, '内容', 'What'), say(about, '方式', 'How')],
      rows: history.map(({ on, purpose, state, way, isUndone, note }) => [
        on,
        purposeWords[purpose].name[language],
        `${stateWords[saidState({ purpose, state, on }, history)][language]}${isUndone ? say(about, '（记错，已撤销）', ' (a mistake, taken back)') : ''}${note === null ? '' : `\n${note}`}`,
        wayWords[way][language],
      ]),
    },
    empty: say(about, '还没有。', 'None yet.'),
  };
};

/** The statement prints so many lines of a kind; the rest is said by a count. */
export const MOST_LINES = 500;

const older = (about: About, total: number, most: number): { text?: string } =>
  total <= most
    ? {}
    : {
        text: say(
          about,
          `这里是最近的 ${most} 条，另有 ${total - most} 条更早的。`,
          `The latest ${most}; ${total - most} earlier ones are held too.`,
        ),
      };

const kindWords: Readonly<Record<string, Readonly<Record<ExportLanguage, string>>>> = {
  earn: { 'zh-CN': '到店所得', en: 'earned by a visit' },
  redeem: { 'zh-CN': '兑换', en: 'redeemed' },
  adjust: { 'zh-CN': '调整', en: 'adjusted' },
  reverse: { 'zh-CN': '撤销', en: 'reversed' },
  import: { 'zh-CN': '从前的积分', en: 'brought along' },
};

export const pointsSection = (about: About, most: number): DocumentSection => {
  const { total, balance, rows } = listEntriesOf(about.context.database, about.customerId, most);
  const figure = balance.toLocaleString(about.language);
  return {
    title: say(about, `积分：${figure}`, `Points: ${figure}`),
    ...older(about, total, most),
    table: {
      headers: [say(about, '日期', 'On'), say(about, '变动', 'Entry'), say(about, '积分', 'Points')],
      rows: rows.map(({ business_date: on, kind, points, reason }) =>
        hideRow(about, [
          on,
          [kindWords[kind]?.[about.language] ?? kind, ...(reason === null ? [] : [reason])].join(say(about, '：', ': ')),
          points,
        ]),
      ),
    },
    empty: say(about, '还没有积分变动。', 'No entries yet.'),
  };
};

const FIRST_DAY = localDate('1900-01-01');
const LAST_DAY = localDate('9999-12-31');

export const visitsSection = (about: About, most: number): DocumentSection => {
  const all = readExportedPurchases(about.context.database, [about.customerId], { from: FIRST_DAY, to: LAST_DAY }).toReversed();
  return {
    title: say(about, '到店与消费', 'Visits and orders'),
    ...older(about, all.length, most),
    table: {
      headers: [
        say(about, '日期', 'On'),
        say(about, '内容', 'What'),
        say(about, '数量', 'Quantity'),
        say(about, '金额（元）', 'Amount (¥)'),
      ],
      rows: all
        .slice(0, most)
        .map(({ business_date: on, product, quantity, amount_cents: amount }) =>
          hideRow(about, [
            on,
            product ?? say(about, '到店', 'visit'),
            quantity === null ? '' : String(quantity / THOUSANDTHS),
            amount === null ? '' : money(amount),
          ]),
        ),
    },
    empty: say(about, '还没有到店记录。', 'No visits yet.'),
  };
};

/** What else there is, by the customer's words for it, as counts. */
export const restSection = (
  about: About,
  tables: ReadonlyMap<string, readonly unknown[]>,
  shown: readonly string[],
  text: string,
): DocumentSection => ({
  title: say(about, '此外还存有', 'What else is held'),
  text,
  table: {
    headers: [say(about, '内容', 'What'), say(about, '条数', 'Entries')],
    rows: [...tables].flatMap(([table, rows]) =>
      shown.includes(table) ? [] : [[personalTableWords[table]?.[about.language] ?? table, rows.length] as const],
    ),
  },
  empty: say(about, '没有别的了。', 'Nothing else.'),
});
