import type { VcardProperty } from './vcardLines.ts';

// Birthdays as address books write them, turned into what a person would write in a cell.

const YEAR_OF_NO_YEAR = '1604';
/** The Chinese calendar counts years in cycles of sixty; the 78th of Apple's count began in 1984 (甲子). */
const CYCLE = 78;
const FIRST_YEAR_OF_CYCLE = 1984;
const YEARS_OF_A_CYCLE = 60;

const dated = (text: string, omitted: string): string | null => {
  const bare = text.trim().replace(/T.*$/i, '');
  const [, year = '', month = '', day = ''] = /^(\d{4}|--)-?(\d{2})?-?(\d{2})?$/.exec(bare) ?? [];
  if (year === '') return null;
  const isYearTold = year !== '--' && year !== omitted;
  // A month by itself: --08.
  if (!isYearTold && day === '') return month === '' ? null : `${Number(month)}月`;
  return [isYearTold ? year : '', month, day].filter((part) => part !== '').join('-');
};

/** Whether a property says that it counts by the Chinese calendar (RFC 7529, and CALSCALE of RFC 6350). */
const isChinese = ({ parameters }: VcardProperty): boolean => /chinese/i.test(parameters.get('CALSCALE')?.[0] ?? '');

/** Apple's 0078 0007 08 15: the cycle, the year in it, the month (a leap month with an L), the day. Null when it is none. */
const cyclicDate = (text: string): string | null => {
  const match = /^(?:0*(\d{2})(\d{4})|-+)(\d{2})(L?)(\d{2})$/i.exec(text.trim());
  if (match === null) return null;
  const [, cycle, year, month = '', leap = '', day = ''] = match;
  const years =
    cycle === undefined || year === undefined
      ? []
      : [String(FIRST_YEAR_OF_CYCLE + (Number(cycle) - CYCLE) * YEARS_OF_A_CYCLE + Number(year) - 1)];
  return `农历${[...years, `${leap === '' ? '' : '闰'}${month}`, day].join('-')}`;
};

/** A lunar day in any of the forms that phones and people write: 19900815, 1990-8-15, 八月十五, 闰五月初三. */
export const lunarText = (text: string): string =>
  `农历${dated(text, YEAR_OF_NO_YEAR) ?? text.trim().replace(/^(?:农历|阴历|旧历)/, '')}`;

/** 19900815, --0815, 1990-08-15T00:00:00Z, and Apple's 1604 for "no year", as one writes a birthday. */
export const birthdayText = (property: VcardProperty, text: string): string => {
  if (isChinese(property)) return cyclicDate(text) ?? lunarText(text);
  return dated(text, property.parameters.get('X-APPLE-OMIT-YEAR')?.[0] ?? YEAR_OF_NO_YEAR) ?? text.replace(/T.*$/i, '');
};

/** The second birthday of a card (X-ALTBDAY): lunar when it says so, else none that the shop would know how to keep. */
export const secondBirthdayText = (property: VcardProperty, text: string): string | null =>
  isChinese(property) ? birthdayText(property, text) : null;
