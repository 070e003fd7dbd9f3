// Several things in one cell: an entry a line, its parts between bars. Readable in a spreadsheet, and read back exactly.

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '|': '\\|', '\n': '\\n', '\r': '\\r' };
const packPart = (part: string): string => part.replaceAll(/[\\|\n\r]/g, (mark) => escapes[mark] ?? mark);

/** One cell for several entries of several parts. */
export const packEntries = (entries: readonly (readonly string[])[]): string =>
  entries.map((parts) => parts.map(packPart).join(' | ')).join('\n');

const unpackPart = (part: string): string =>
  part.replaceAll(/\\(.)/g, (_, mark: string) => (mark === 'n' ? '\n' : mark === 'r' ? '\r' : mark));

/** Cuts at bars that no backslash stands before; a program may have trimmed the blank beside the first or the last. */
const partsOf = (line: string): string[] => {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '\\') {
      part += line.slice(at, at + 2);
      at += 1;
    } else if (line.startsWith(' | ', at) || line.slice(at) === ' |') {
      parts.push(part);
      part = '';
      at += 2;
    } else if (at === 0 && (line === '|' || line.startsWith('| '))) {
      parts.push('');
      at += 1;
    } else part += line[at];
  }
  return [...parts, part].map(unpackPart);
};

/** The entries of a cell, as `packEntries` wrote them; a line that a person typed is read the same way. */
export const unpackEntries = (cell: string): string[][] =>
  cell === ''
    ? []
    : cell
        .split(/\r?\n/)
        .filter((line) => line !== '')
        .map(partsOf);
