import { inflateSync } from 'node:zlib';

/** Radicals that share a glyph with a character and that NFKC leaves alone (Unicode, EquivalentUnifiedIdeograph.txt). */
const radicals = new Map(
  Array.from('⻄西⻅见⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺟母⺠民')
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
    const stream = inflated(bytes.subarray(start, end));
    // The table by which a reader copies text out: glyph numbers to UTF-16.
    for (const [, , hex = ''] of stream.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]{4,8})>/gi))
      characters.add(Buffer.from(hex, 'hex').swap16().toString('utf16le'));
    for (const [, from = '', to = '', first = ''] of stream.matchAll(/<([0-9A-F]{4})>\s*<([0-9A-F]{4})>\s*<([0-9A-F]{4})>/gi))
      for (let at = 0; at <= Number.parseInt(to, 16) - Number.parseInt(from, 16); at += 1)
        characters.add(String.fromCodePoint(Number.parseInt(first, 16) + at));
  }
  return {
    pages: [...text.matchAll(/\/Type\s*\/Page(?![a-z])/gi)].length,
    // Some fonts name a character by the radical that looks like it.
    characters: new Set(
      [...characters].map((character) => character.normalize('NFKC')).map((character) => radicals.get(character) ?? character),
    ),
  };
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    // A picture or a font, not a table.
    return '';
  }
}
