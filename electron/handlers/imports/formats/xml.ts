import { SaxesParser } from 'saxes';
import { AppError } from '../../../../shared/errors.ts';
import { damaged } from './zipPackage.ts';

/** What hears the parts of an XML text, in its order; names without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** All text between two tags, entities resolved. */
  text?(text: string): void;
  close?(name: string): void;
}

/** Nothing in a spreadsheet is nested deeper, and no tag of one says more. */
const DEEPEST = 64;
const MOST_ATTRIBUTES = 200;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const encodingOf = (head: Buffer): string =>
  head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';

/**
 * Reads XML as its bytes come; `isEnough` ends it early. Only the five entities of the standard are known: a document type, with which
 * others could be defined or fetched, is no part of a spreadsheet (ECMA-376 part 2, 8.1.4) and refused. Errors: file_damaged.
 */
export const readXml = async (
  pieces: AsyncIterable<Buffer>,
  listener: XmlListener,
  onBytes: (done: number) => void,
  isEnough: () => boolean = () => false,
): Promise<void> => {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  let depth = 0;
  let attributes = 0;
  parser.on('doctype', () => {
    throw damaged();
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw damaged();
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    attributes = 0;
    if (depth > DEEPEST) throw damaged();
    listener.open?.(local(tag.name), tag.attributes);
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('closetag', (tag) => {
    depth -= 1;
    listener.close?.(local(tag.name));
  });
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let done = 0;
  try {
    for await (const piece of pieces) {
      decoder ??= new TextDecoder(encodingOf(piece));
      parser.write(decoder.decode(piece, { stream: true }));
      done += piece.length;
      onBytes(done);
      if (isEnough()) return;
    }
    if (decoder === null) return;
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    // The parser's own words name a place in a file nobody sees.
    throw error instanceof AppError ? error : damaged();
  }
};
