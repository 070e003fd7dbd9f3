import { inflateSync } from 'node:zlib';

/** What shares a glyph with a character and is left alone by NFKC: radicals (Unicode, EquivalentUnifiedIdeograph.txt) and older forms. */
const radicals = new Map(
  Array.from(
    '⻄西⻅见⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺟母⺠民⻆角⻣骨㬵胶戶户',
  )
    .map((character, at, all) => [character, all[at + 1] ?? ''] as const)
    .filter((_, at) => at % 2 === 0),
);

/** How many pages a PDF has, and which characters its fonts can show: just those that stand in it. */
export function readPdf(bytes: Buffer): { readonly pages: number; readonly characters: ReadonlySet<string> } {
  const text = bytes.toString('latin1');
  const characters = new Set<string>();
  for (const match of text.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    for (const character of shownBy(inflated(bytes.subarray(start, end)))) characters.add(character);
  }
  return {
    pages: [...text.matchAll(/\/Type\s*\/Page(?![a-z])/gi)].length,
    // Some fonts name a character by the radical that looks like it.
    characters: new Set(
      [...characters].map((character) => character.normalize('NFKC')).map((character) => radicals.get(character) ?? character),
    ),
  };
}

/** What stands between two words of a table, each time. */
const sectionsOf = (table: string, name: string): string =>
  [...table.matchAll(new RegExp(`begin${name}([^]*?)end${name}`, 'g'))].map(([, section = '']) => section).join('\n');

const HEX = '<([0-9A-F]+)>';

/** The characters of a ToUnicode table, by which a reader copies text out: codes of one or two bytes to UTF-16, singly or in ranges. */
function shownBy(table: string): readonly string[] {
  const single = [...sectionsOf(table, 'bfchar').matchAll(new RegExp(`${HEX}\\s*${HEX}`, 'gi'))].map(([, , hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  );
  const ranges = [...sectionsOf(table, 'bfrange').matchAll(new RegExp(`${HEX}\\s*${HEX}\\s*${HEX}`, 'gi'))].flatMap(
    ([, from = '', to = '', first = '']) =>
      Array.from({ length: Number.parseInt(to, 16) - Number.parseInt(from, 16) + 1 }, (_, at) =>
        String.fromCodePoint(Number.parseInt(first, 16) + at),
      ),
  );
  return [...single, ...ranges];
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    // A picture or a font, not a table.
    return '';
  }
}
