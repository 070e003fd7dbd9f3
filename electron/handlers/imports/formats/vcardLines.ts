// The lines of a vCard file, from bytes to properties: RFC 2426 (3.0), RFC 6350 (4.0), and vCard 2.1 as phones write it, with
// quoted-printable text, soft line breaks and a character set per property. The packages on npm read one of the three each.

/** One property of a card: `item1.TEL;TYPE=cell:138…` is TEL with the type cell. */
export interface VcardProperty {
  readonly name: string;
  readonly group: string | null;
  readonly parameters: ReadonlyMap<string, readonly string[]>;
  /** Decoded text, its escapes still in it. */
  readonly text: string;
}

export interface VcardBlock {
  /** The line of its BEGIN, the first of the file being 1. */
  readonly line: number;
  readonly version: string | null;
  readonly properties: readonly VcardProperty[];
}

/** A card with more lines than this is no card. */
const MOST_LINES = 20_000;
/** A value longer than this is a picture or a sound; nothing a person wrote is. */
const LONGEST_VALUE = 20_000;
const BINARY_NAMES = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY']);

/** Text in the character set it names; null for one nobody knows. */
const decodedAs = (charset: string, bytes: Buffer): string | null => {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return null;
  }
};

/** Bytes as text: in the character set they name, else UTF-8 where they are that, else GB18030 as older Chinese phones write. */
const textOf = (bytes: Buffer, charset: string | undefined): string => {
  const named = charset === undefined || /^utf-?8$/i.test(charset) ? null : decodedAs(charset, bytes);
  if (named !== null) return named;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

const quotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** Where the value begins: the first colon outside quotes; -1 when there is none. */
const colonOf = (line: string): number => {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (character === ':' && !isQuoted) return at;
  }
  return line.indexOf(':');
};

/** Parameters that stand without a name in 2.1: `TEL;CELL;VOICE`, `NOTE;QUOTED-PRINTABLE`. */
const nameOfBare = (value: string): string => (/^(?:quoted-printable|base64|8bit|7bit|b)$/i.test(value) ? 'ENCODING' : 'TYPE');

const parametersOf = (parts: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = equals === -1 ? nameOfBare(part) : part.slice(0, equals).trim().toUpperCase();
    const values = part
      .slice(equals + 1)
      .replaceAll('"', '')
      .split(',')
      .map((value) => value.trim());
    found.set(name, [...(found.get(name) ?? []), ...values]);
  }
  return found;
};

const isQuotedPrintable = (head: string): boolean => /[;=]quoted-printable(?:[;,]|$)/i.test(head);

/** Cuts a property line; null for one that is none. */
const propertyOf = (line: string): VcardProperty | null => {
  const colon = colonOf(line);
  if (colon <= 0) return null;
  const head = line.slice(0, colon);
  const [path = '', ...parts] = head.split(';');
  const dot = path.lastIndexOf('.');
  const name = path
    .slice(dot + 1)
    .trim()
    .toUpperCase();
  if (!/^[A-Z0-9-]{1,60}$/.test(name)) return null;
  const parameters = parametersOf(parts);
  const raw = line.slice(colon + 1);
  const isBinary = BINARY_NAMES.has(name) || raw.length > LONGEST_VALUE;
  const bytes = isQuotedPrintable(head) ? quotedPrintable(raw) : Buffer.from(raw, 'latin1');
  return {
    name,
    group: dot === -1 ? null : path.slice(0, dot),
    parameters,
    text: isBinary ? '' : textOf(bytes, parameters.get('CHARSET')?.[0]),
  };
};

/** The card's lines as they were before they were folded. In 2.1 the blank of the fold belongs to the text, in 3.0 and 4.0 it does not. */
const unfold = (lines: readonly string[], keepsBlank: boolean): string[] => {
  const unfolded: string[] = [];
  let isSoft = false;
  for (const line of lines) {
    const last = unfolded.length - 1;
    const previous = unfolded[last] ?? '';
    if (isSoft && last >= 0) unfolded[last] = previous.slice(0, -1) + line;
    else if (/^[ \t]/.test(line) && last >= 0)
      unfolded[last] = previous + line.slice(keepsBlank && !/base64/i.test(previous) ? 0 : 1);
    else unfolded.push(line);
    const present = unfolded.at(-1) ?? '';
    isSoft = line.endsWith('=') && isQuotedPrintable(present.slice(0, Math.max(0, colonOf(present))));
  }
  return unfolded;
};

const withoutMark = (bytes: Buffer): Buffer => {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (wide !== null) return Buffer.from(new TextDecoder(wide).decode(bytes), 'utf8');
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
};

const blockOf = (line: number, lines: readonly string[]): VcardBlock => {
  const version = lines.map((text) => /^VERSION[^:]*:\s*([\d.]+)/i.exec(text)?.[1]).find((found) => found !== undefined) ?? null;
  return { line, version, properties: unfold(lines, version === '2.1').flatMap((text) => propertyOf(text) ?? []) };
};

/**
 * Every card of a file. A card that is not ended ends where the next begins; what stands outside cards, lines that are no property and
 * cards inside cards (AGENT) are passed over.
 */
export function* vcardBlocks(bytes: Buffer): Generator<VcardBlock> {
  const lines = withoutMark(bytes)
    .toString('latin1')
    .split(/\r\n|\n|\r/);
  let open: { readonly line: number; readonly lines: string[] } | null = null;
  let inner = 0;
  for (const [index, line] of lines.entries()) {
    const mark = /^\s{0,4}(?:[A-Za-z0-9]+\.)?(BEGIN|END)\s*:\s*VCARD\s*$/i.exec(line)?.[1]?.toUpperCase();
    if (mark === 'BEGIN' && open !== null && /^AGENT\b/i.test(open.lines.at(-1) ?? '')) inner += 1;
    else if (mark === 'BEGIN') {
      if (open !== null) yield blockOf(open.line, open.lines);
      open = { line: index + 1, lines: [] };
      inner = 0;
    } else if (mark === 'END' && inner > 0) inner -= 1;
    else if (mark === 'END') {
      if (open !== null) yield blockOf(open.line, open.lines);
      open = null;
    } else if (open !== null && inner === 0 && open.lines.length < MOST_LINES) open.lines.push(line);
  }
  if (open !== null) yield blockOf(open.line, open.lines);
}
