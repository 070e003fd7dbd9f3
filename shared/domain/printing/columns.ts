/** How many columns of a receipt printer a character takes: Chinese and full-width ones take two. */
const columnsOf = (character: string): number =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{3ffff}]/u.test(
    character,
  )
    ? 2
    : 1;

/** How wide a text is, in columns. */
export const widthOf = (text: string): number => Array.from(text).reduce((sum, character) => sum + columnsOf(character), 0);

/** A text in lines of at most so many columns, broken at a space where one stands in the last third of a line; never empty. */
export const wrapped = (text: string, columns: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const character of text.replaceAll(/\s+/g, ' ').trim()) {
    if (widthOf(line) + columnsOf(character) > columns) {
      const space = line.lastIndexOf(' ');
      const isLate = space > (line.length * 2) / 3;
      lines.push(isLate ? line.slice(0, space) : line.trimEnd());
      line = isLate ? line.slice(space + 1) : '';
    }
    if (line !== '' || character !== ' ') line += character;
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
};
