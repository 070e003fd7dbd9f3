import { basename } from 'node:path';
import { contract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/contract.ts';
import { unwrap } from '../../shared/errors.ts';
import { writeWholeFile } from '../files/wholeFile.ts';
import type { Gate, ShellHandlers } from '../gate/gate.ts';
import { pdfOf, printOnPaper, type PaperSize } from './printWindow.ts';

interface PrintParts {
  readonly gate: () => Promise<Gate>;
  /** Asks for a place; undefined when the person cancels. */
  readonly choosePdf: (suggestedName: string) => Promise<string | undefined>;
}

type Printed = OutputOf<'shell.printSlip'>;

const MICRONS_PER_MILLIMETRE = 1000;

/** Receipts and sheets on paper or as a PDF (R053). Asked as whoever sits at the desk: the paper shows what they may see. */
export function printHandlers({ gate, choosePdf }: PrintParts): Pick<ShellHandlers, 'shell.printSlip' | 'shell.printSheet'> {
  const onPaper = async (html: string, pageSize: PaperSize, isSilent: boolean): Promise<Printed> => ({
    outcome: await printOnPaper(html, { pageSize, isSilent }),
    name: null,
  });
  const intoFile = async (html: string, name: string, beforeWriting: (path: string) => Promise<void>): Promise<Printed> => {
    const path = await choosePdf(`${name.replaceAll(/[\\/:*?"<>|]/g, ' ')}.pdf`);
    if (path === undefined) return { outcome: 'cancelled', name: null };
    const pdf = await pdfOf(html);
    await beforeWriting(path);
    await writeWholeFile(path, pdf);
    return { outcome: 'saved', name: basename(path) };
  };
  return {
    'shell.printSlip': async ({ to, isAtOnce, ...choices }, _tokens, _record, session) => {
      const answer = await (await gate()).call('printing.slip', choices, session);
      const { html, name, widthMillimetres, heightMillimetres } = contract.printing.slip.output.parse(unwrap(answer));
      if (to === 'file') return intoFile(html, name, () => Promise.resolve());
      const size = {
        width: widthMillimetres * MICRONS_PER_MILLIMETRE,
        height: heightMillimetres * MICRONS_PER_MILLIMETRE,
      };
      return onPaper(html, size, isAtOnce);
    },
    'shell.printSheet': async ({ sheet, to }, _tokens, record, session) => {
      const answer = await (await gate()).call('printing.sheet', { sheet }, session);
      const { html, name } = contract.printing.sheet.output.parse(unwrap(answer));
      if (to === 'file') return intoFile(html, name, (path) => record({ details: { ...sheet, file: basename(path) } }));
      // Written down before it is handed over: nobody can tell afterwards what the printer made of it.
      await record({ details: { ...sheet } });
      return onPaper(html, 'A4', false);
    },
  };
}
