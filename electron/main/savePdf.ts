import { basename } from 'node:path';
import { writeWholeFile } from '../files/wholeFile.ts';
import { pdfOf } from './printWindow.ts';

/** Asks for a place; undefined when the person cancels. */
export type ChoosePdf = (suggestedName: string) => Promise<string | undefined>;

interface PdfParts {
  /** The document, once the file's own name is known. */
  readonly make: (fileName: string) => Promise<string>;
  /** Writes down that it leaves the shop, before there is a file. */
  readonly note?: (fileName: string) => Promise<unknown>;
}

/** A document into a PDF file that the person names; null when they name none. The name says nothing of the folder. */
export async function savePdf(choosePdf: ChoosePdf, suggestedName: string, { make, note }: PdfParts): Promise<string | null> {
  const path = await choosePdf(suggestedName);
  if (path === undefined) return null;
  const name = basename(path);
  const pdf = await pdfOf(await make(name));
  await note?.(name);
  await writeWholeFile(path, pdf);
  return name;
}
