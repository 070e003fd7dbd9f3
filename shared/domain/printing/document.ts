import { escapeMarkup } from '../escapeMarkup.ts';

// A page to read or print, without scripts and without anything from elsewhere.

/** A figure is a number already worded (an amount of money): it stands to the right, as numbers do. */
export type DocumentCell = string | number | { readonly figure: string };

export interface DocumentSection {
  readonly title: string;
  readonly text?: string;
  /** Label and value, two columns. */
  readonly facts?: readonly (readonly [string, DocumentCell])[];
  readonly table?: { readonly headers: readonly string[]; readonly rows: readonly (readonly DocumentCell[])[] };
  /** What stands there when neither has a row. */
  readonly empty?: string;
}

export interface PrintedDocument {
  readonly language: 'zh-CN' | 'en';
  readonly title: string;
  readonly intro: readonly string[];
  readonly sections: readonly DocumentSection[];
}

const isFigure = (value: DocumentCell | undefined): value is Exclude<DocumentCell, string> =>
  value !== undefined && typeof value !== 'string';

const cell = (value: DocumentCell): string =>
  isFigure(value)
    ? `<td class="n">${typeof value === 'number' ? value : escapeMarkup(value.figure)}</td>`
    : `<td>${escapeMarkup(value).replaceAll('\n', '<br>')}</td>`;

const STYLE = `@page{size:A4;margin:16mm 15mm}
*{box-sizing:border-box}
body{font:10.5pt/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1a1a1a;max-width:180mm;margin:0 auto;padding:8mm 0}
h1{font-size:17pt;margin:0 0 2mm}h2{font-size:12pt;margin:7mm 0 2mm;padding-bottom:1mm;border-bottom:.3mm solid #999;break-after:avoid}
p{margin:0 0 1.5mm}.lead{color:#444}.none{color:#666}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:1mm 2mm 1mm 0;border-bottom:.2mm solid #ddd;overflow-wrap:anywhere}
thead{display:table-header-group}tr{break-inside:avoid}th{font-weight:600;color:#444}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.facts th{width:42mm;font-weight:400}
@media print{body{padding:0}}`;

const section = ({ title, text, facts = [], table, empty }: DocumentSection): string => {
  const rows = table?.rows ?? [];
  return [
    `<section><h2>${escapeMarkup(title)}</h2>`,
    text === undefined ? '' : `<p>${escapeMarkup(text)}</p>`,
    facts.length === 0
      ? ''
      : `<table class="facts"><tbody>${facts.map(([label, value]) => `<tr><th scope="row">${escapeMarkup(label)}</th>${cell(value).replace(' class="n"', '')}</tr>`).join('')}</tbody></table>`,
    table === undefined || rows.length === 0
      ? ''
      : `<table><thead><tr>${table.headers.map((header, at) => `<th scope="col"${isFigure(rows[0]?.[at]) ? ' class="n"' : ''}>${escapeMarkup(header)}</th>`).join('')}</tr></thead><tbody>${rows
          .map((row) => `<tr>${row.map(cell).join('')}</tr>`)
          .join('')}</tbody></table>`,
    facts.length + rows.length === 0 && empty !== undefined ? `<p class="none">${escapeMarkup(empty)}</p>` : '',
    '</section>',
  ].join('');
};

/** The page as HTML: every text escaped, nothing in it that could run. */
export const printedDocument = ({ language, title, intro, sections }: PrintedDocument): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeMarkup(title)}</title><style>${STYLE}</style></head><body><h1>${escapeMarkup(title)}</h1>${intro
    .map((line) => `<p class="lead">${escapeMarkup(line)}</p>`)
    .join('')}${sections.map(section).join('')}</body></html>`;
