import { reasonText } from '../reasonText.ts';
import type { ReasonFacts } from '../reasonText.ts';
import type { LocalDate } from '../../types/time.ts';
import type { PrintedDocument } from './document.ts';
import { headOf } from './sheets.ts';
import type { Sheet } from './sheets.ts';

// Whom to contact today, to take along where the program is not (R059): why, how, and room for what came of it.

export interface CallSheet extends Sheet {
  readonly on: LocalDate;
  readonly timeZone: string;
  readonly rows: readonly {
    readonly name: string;
    readonly number: string;
    /** Null for somebody without one. */
    readonly phone: string | null;
    readonly safetyNote: string | null;
    /** Strongest first. */
    readonly reasons: readonly ReasonFacts[];
  }[];
  /** People who have a reason but do not fit today. */
  readonly waiting: number;
}

/** Room to write by hand. */
const ROOM = '□';

/** The list in its order; what is written on it is typed in afterwards. */
export const printedCalls = (sheet: CallSheet): PrintedDocument => {
  const { language, currency, on, timeZone, rows, waiting } = sheet;
  const isEnglish = language === 'en';
  const context = { timeZone, currency, today: on };
  const outcomes = isEnglish
    ? `${ROOM} Reached  ${ROOM} No answer  ${ROOM} Call at ____\n________________`
    : `${ROOM} 打通  ${ROOM} 没人接  ${ROOM} 约 ____\n________________`;
  const why = (reasons: readonly ReasonFacts[], safetyNote: string | null): string =>
    [
      ...(safetyNote === null ? [] : [isEnglish ? `Mind: ${safetyNote}` : `注意：${safetyNote}`]),
      ...reasons.map((reason) => {
        const { title, text } = reasonText(reason, language, context);
        return isEnglish ? `${title}: ${text}` : `${title}：${text}`;
      }),
    ].join('\n');
  return {
    language,
    title: isEnglish ? `People to contact ${on}` : `今天要联系的人 ${on}`,
    intro: [
      headOf(sheet),
      isEnglish ? `${rows.length} to contact, ${waiting} more follow later` : `共 ${rows.length} 人，还有 ${waiting} 人排在后面`,
    ],
    sections: [
      {
        title: isEnglish ? 'In this order' : '按这个顺序',
        table: {
          headers: isEnglish ? ['Who', 'Phone', 'Why', 'What came of it'] : ['谁', '电话', '为什么', '结果'],
          rows: rows.map(({ name, number, phone, safetyNote, reasons }) => [
            `${name}\n${number}`,
            phone ?? '',
            why(reasons, safetyNote),
            outcomes,
          ]),
        },
        empty: isEnglish ? 'Nobody needs to be contacted today.' : '今天没有要联系的人。',
      },
    ],
  };
};
