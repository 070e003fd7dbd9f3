import { escapeMarkup } from '../escapeMarkup.ts';
import { widthOf, wrapped } from './columns.ts';

// A narrow strip of paper from a receipt printer: every line is one row of known height, so that the length of the paper is known too.

export const slipPapers = ['58mm', '80mm'] as const;
export type SlipPaper = (typeof slipPapers)[number];

/** What the usual printers can print on: the paper's width in millimetres, the columns of their smaller type, the margin on each side. */
const papers: Readonly<Record<SlipPaper, { readonly width: number; readonly columns: number; readonly margin: number }>> = {
  '58mm': { width: 58, columns: 32, margin: 4 },
  '80mm': { width: 80, columns: 46, margin: 4 },
};
const ROW_MILLIMETRES = 4.4;
/** Room above and below, so that no line is cut off by the blade. */
const END_MILLIMETRES = 6;

export type SlipRow =
  /** In the middle; `isLarge` for the shop's name. */
  | { readonly kind: 'title'; readonly text: string; readonly isLarge?: boolean }
  | { readonly kind: 'text'; readonly text: string }
  /** A label and what it comes to, at both ends of a row. */
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly isStrong?: boolean }
  | { readonly kind: 'rule' };

export interface Slip {
  readonly html: string;
  readonly widthMillimetres: number;
  readonly heightMillimetres: number;
}

interface Drawn {
  readonly html: string;
  /** How many rows of paper it takes. */
  readonly rows: number;
}

const row = (name: string, html: string): string => `<div class="${name}">${html}</div>`;

const drawn = (one: SlipRow, columns: number): Drawn => {
  switch (one.kind) {
    case 'rule':
      return { html: row('rule', ''), rows: 1 };
    case 'title': {
      const size = one.isLarge === true ? 1.5 : 1;
      const lines = wrapped(one.text, Math.floor(columns / size));
      const name = one.isLarge === true ? 'title large' : 'title';
      return { html: lines.map((line) => row(name, escapeMarkup(line))).join(''), rows: lines.length * size };
    }
    case 'text': {
      const lines = wrapped(one.text, columns);
      return { html: lines.map((line) => row('text', escapeMarkup(line))).join(''), rows: lines.length };
    }
    case 'pair': {
      const room = Math.max(4, columns - widthOf(one.right) - 1);
      const lines = wrapped(one.left, room);
      const name = one.isStrong === true ? 'pair strong' : 'pair';
      const html = lines.map((line, at) =>
        row(name, `<span>${escapeMarkup(line)}</span><span>${at === lines.length - 1 ? escapeMarkup(one.right) : ''}</span>`),
      );
      return { html: html.join(''), rows: lines.length };
    }
  }
};

const styleOf = (width: number, height: number, margin: number): string => `@page{size:${width}mm ${height}mm;margin:0}
*{box-sizing:border-box}html,body{margin:0;padding:0}
body{width:${width}mm;padding:${END_MILLIMETRES / 2}mm ${margin}mm;font:8.2pt/${ROW_MILLIMETRES}mm "Noto Sans Mono CJK SC","Sarasa Mono SC",SimSun,"PingFang SC",monospace;color:#000}
div{height:${ROW_MILLIMETRES}mm;white-space:pre;overflow:hidden}
.title{text-align:center}.large{height:${ROW_MILLIMETRES * 1.5}mm;font-size:12.3pt;line-height:${ROW_MILLIMETRES * 1.5}mm;font-weight:700}
.pair{display:flex;justify-content:space-between;gap:1mm}.strong{font-weight:700}
.rule{position:relative}.rule::after{content:"";position:absolute;left:0;right:0;top:50%;border-top:.3mm dashed #000}`;

/** The strip as HTML: every text escaped, nothing in it that could run, as long as its rows. */
export const slipDocument = (title: string, language: 'zh-CN' | 'en', paper: SlipPaper, rows: readonly SlipRow[]): Slip => {
  const { width, columns, margin } = papers[paper];
  const lines = rows.map((one) => drawn(one, columns));
  const height = Math.ceil(lines.reduce((sum, line) => sum + line.rows, 0) * ROW_MILLIMETRES + END_MILLIMETRES);
  const body = lines.map((line) => line.html).join('');
  return {
    html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title><style>${styleOf(width, height, margin)}</style></head><body>${body}</body></html>`,
    widthMillimetres: width,
    heightMillimetres: height,
  };
};
