import { escapeMarkup } from '../escapeMarkup.ts';
import type { Household } from './households.ts';
import { A4, labelsOnSheet, type LabelSheet } from './sheets.ts';

/** One line of a label; lengths in millimetres from the sheet's upper left corner, y at the letters' foot. */
export interface PlacedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isName: boolean;
}
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly PlacedLine[];
}
export type LabelPage = readonly PlacedLabel[];

export interface LabelChoices {
  readonly sheet: LabelSheet;
  /** The first free label of the first sheet, from 1: sheets that were begun can be used up. */
  readonly startAt: number;
  readonly withPhone: boolean;
  readonly language: 'zh-CN' | 'en';
}

const PADDING = 4;
const TEXT_SIZE = 3.6;
const NAME_SIZE = 4.4;
const LINE_HEIGHT = 1.35;

/** The width of a text in widths of a Han character: Latin letters take a bit more than half of one. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u0020-\u02ff]/.test(character) ? 0.56 : 1), 0);

/** Breaks a text into lines of at most `most` Han widths, between words where there are words. */
export const wrapText = (text: string, most: number): string[] => {
  const pieces = text.match(/[\u0021-\u02ff]+\s*|\s+|[^\u0020-\u02ff]/g) ?? [];
  const lines: string[] = [];
  let line = '';
  const push = (piece: string): void => {
    if (line !== '' && widthOf((line + piece).trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = '';
    }
    // A word longer than a line is cut.
    for (const character of piece.trimStart() === '' && line === '' ? '' : piece) {
      if (line !== '' && widthOf((line + character).trimEnd()) > most) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += character;
    }
  };
  for (const piece of pieces) push(piece);
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
};

const MOST_NAMES = 3;

/** 张丽 李强 收; of more than three the first and how many they are. */
const nameLine = ({ people }: Household, language: LabelChoices['language']): string => {
  const names = people.slice(0, MOST_NAMES).map(({ name }) => name);
  const others = people.length - names.length;
  if (language === 'en') return `${names.join(' & ')}${others > 0 ? ` + ${others}` : ''}`;
  return others > 0 ? `${names.join(' ')} 等 ${people.length} 人 收` : `${names.join(' ')} 收`;
};

/** Chinese: from the large to the small, then who; English: who, then from the small to the large. */
const linesOf = (household: Household, { withPhone, language, sheet }: LabelChoices) => {
  const phone = withPhone ? (household.people.find((person) => person.phone !== null)?.phone ?? null) : null;
  const place = (text: string) =>
    wrapText(text, (sheet.width - 2 * PADDING) / TEXT_SIZE).map((line) => ({ text: line, size: TEXT_SIZE, isName: false }));
  const names = wrapText(nameLine(household, language), (sheet.width - 2 * PADDING) / NAME_SIZE).map((line) => ({
    text: line,
    size: NAME_SIZE,
    isName: true,
  }));
  const phoneLines = phone === null ? [] : place(phone);
  const region = household.region?.trim() ?? '';
  const addressHoldsRegion = region === '' || household.address.includes(region);
  return language === 'en'
    ? [...names, ...place(household.address), ...(addressHoldsRegion ? [] : place(region)), ...phoneLines]
    : [...place(addressHoldsRegion ? household.address : `${region} ${household.address}`), ...names, ...phoneLines];
};

/** Where each household's lines stand on which sheet. A label too small for its text loses no line that names whom or where last. */
export const placeLabels = (households: readonly Household[], choices: LabelChoices): LabelPage[] => {
  const { sheet } = choices;
  const perSheet = labelsOnSheet(sheet);
  const pages: PlacedLabel[][] = [];
  for (const [at, household] of households.entries()) {
    const slot = at + Math.max(0, Math.min(choices.startAt, perSheet) - 1);
    const [page, onPage] = [Math.floor(slot / perSheet), slot % perSheet];
    const x = sheet.marginLeft + (onPage % sheet.columns) * (sheet.width + sheet.gapColumn);
    const y = sheet.marginTop + Math.floor(onPage / sheet.columns) * (sheet.height + sheet.gapRow);
    const found = linesOf(household, choices);
    const needed = found.reduce((sum, { size }) => sum + size * LINE_HEIGHT, 0);
    // A long address is printed smaller rather than cut.
    const scale = Math.min(1, (sheet.height - 2 * PADDING) / needed);
    let foot = y + PADDING + Math.max(0, sheet.height - 2 * PADDING - needed * scale) / 2;
    const lines = found.map(({ text, size, isName }): PlacedLine => {
      foot += size * scale * LINE_HEIGHT;
      return { text, x: x + PADDING, y: foot - size * scale * (LINE_HEIGHT - 1), size: size * scale, isName };
    });
    (pages[page] ??= []).push({ x, y, width: sheet.width, height: sheet.height, lines });
  }
  return pages.map((page) => page ?? []);
};

/** One sheet as SVG in millimetres; the same lines that the preview shows. */
const sheetSvg = (page: LabelPage): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${A4.width}mm" height="${A4.height}mm" viewBox="0 0 ${A4.width} ${A4.height}">${page
    .flatMap(({ lines }) => lines)
    .map(
      ({ text, x, y, size, isName }) =>
        `<text x="${x.toFixed(2)}" y="${y.toFixed(2)}" font-size="${size.toFixed(2)}" font-weight="${isName ? 700 : 400}">${escapeMarkup(text)}</text>`,
    )
    .join('')}</svg>`;

/** A page of HTML that prints one sheet of labels a page, and holds nothing that could run. */
export const labelDocument = (pages: readonly LabelPage[]): string =>
  `<!doctype html><meta charset="utf-8"><title>labels</title><style>@page{size:A4;margin:0}html,body{margin:0;padding:0}
svg{display:block;page-break-after:always;break-after:page;font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
svg:last-child{page-break-after:auto;break-after:auto}</style>${pages.map(sheetSvg).join('')}`;
