import type { ShellHandlers } from '../gate/gate.ts';
import { parseRecoveryCode, recoveryWords } from '../vault/recoveryCode.ts';
import { AppError } from '../../shared/errors.ts';
import type { LocalDate } from '../../shared/types/time.ts';
import { printOnPaper } from './printWindow.ts';
import { savePdf, type ChoosePdf } from './savePdf.ts';

interface RecoveryParts {
  /** What the sheet's head says. */
  readonly shop: () => Promise<{ readonly shopName: string; readonly today: LocalDate }>;
  readonly choosePdf: ChoosePdf;
}

/** The recovery sheet on paper or as a PDF (R191). The code comes with the call and is kept nowhere; errors: key_wrong when it is none. */
export function recoveryHandlers({
  shop,
  choosePdf,
}: RecoveryParts): Pick<ShellHandlers, 'shell.printRecoverySheet' | 'shell.saveRecoverySheet'> {
  const document = async (text: string, language: 'zh-CN' | 'en'): Promise<string> => {
    const code = parseRecoveryCode(text);
    if (code === null) throw new AppError('key_wrong', { way: 'recovery_code' });
    const words = { chinese: recoveryWords(code, 'zh-CN'), english: recoveryWords(code, 'en') };
    const { shopName, today } = await shop();
    // Only now: whoever never prints a sheet does not wait for the drawing of QR codes at start.
    const { recoveryDocument } = await import('../../shared/domain/recovery/document.ts');
    return recoveryDocument({ shopName, madeOn: today, words, language });
  };
  return {
    'shell.printRecoverySheet': async ({ code, language }, _tokens, record) => {
      const html = await document(code, language);
      await record({ details: { language } });
      return { outcome: await printOnPaper(html) };
    },
    'shell.saveRecoverySheet': async ({ code, language, suggestedName }, _tokens, record) => {
      const html = await document(code, language);
      const name = await savePdf(choosePdf, suggestedName, {
        make: () => Promise.resolve(html),
        note: (file) => record({ details: { language, file } }),
      });
      return name === null ? null : { name };
    },
  };
}
