import { contract } from '../../shared/contract.ts';
import type { OutputOf } from '../../shared/contract.ts';
import { unwrap } from '../../shared/errors.ts';
import type { Gate, ShellHandlers } from '../gate/gate.ts';
import { printOnPaper, type PaperSize } from './printWindow.ts';
import { savePdf, type ChoosePdf } from './savePdf.ts';

interface PrintParts {
  readonly gate: () => Promise<Gate>;
  readonly choosePdf: ChoosePdf;
}

type Printed = OutputOf<'shell.printSlip'>;

const MICRONS_PER_MILLIMETRE = 1000;

/** Receipts and sheets on paper or as a PDF (R053). Asked as whoever sits at the desk: the paper shows what they may see. */
export function printHandlers({ gate, choosePdf }: PrintParts): Pick<ShellHandlers, 'shell.printSlip' | 'shell.printSheet'> {
  const onPaper = async (html: string, pageSize: PaperSize, isSilent: boolean): Promise<Printed> => ({
    outcome: await printOnPaper(html, { pageSize, isSilent }),
    name: null,
  });
  const intoFile = async (html: string, name: string, note?: (file: string) => Promise<void>): Promise<Printed> => {
    const file = await savePdf(choosePdf, `${name.replaceAll(/[\\/:*?"<>|]/g, ' ')}.pdf`, {
      make: () => Promise.resolve(html),
      ...(note && { note }),
    });
    return file === null ? { outcome: 'cancelled', name: null } : { outcome: 'saved', name: file };
  };
  return {
    'shell.printSlip': async ({ to, isAtOnce, ...choices }, _tokens, _record, session) => {
      const answer = await (await gate()).call('printing.slip', choices, session);
      const { html, name, widthMillimetres, heightMillimetres } = contract.printing.slip.output.parse(unwrap(answer));
      if (to === 'file') return intoFile(html, name);
      const size = {
        width: widthMillimetres * MICRONS_PER_MILLIMETRE,
        height: heightMillimetres * MICRONS_PER_MILLIMETRE,
      };
      return onPaper(html, size, isAtOnce);
    },
    'shell.printSheet': async ({ sheet, to }, _tokens, record, session) => {
      const answer = await (await gate()).call('printing.sheet', { sheet }, session);
      const { html, name } = contract.printing.sheet.output.parse(unwrap(answer));
      if (to === 'file') return intoFile(html, name, (file) => record({ details: { ...sheet, file } }));
      // Written down before it is handed over: nobody can tell afterwards what the printer made of it.
      await record({ details: { ...sheet } });
      return onPaper(html, 'A4', false);
    },
  };
}
