import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../shared/errors.ts';
import { errorText } from '../ipc/errorText.ts';

interface Asked<Needed, Answer> {
  readonly needed: Needed;
  readonly goOn: (answer: Answer) => void;
  /** Why the last try failed. */
  readonly problem: string | null;
}

interface AskAgainOptions<Needed> {
  /** What somebody must answer before the same can be asked again; null where the failure is of another kind. */
  readonly neededOf: (error: AppError) => Needed | null;
  /** Whether the answer itself was wrong: that is told in the dialog, which stays open. */
  readonly isOfAnswer: (error: AppError) => boolean;
}

/**
 * The way on where the store refuses something until somebody answers: a PIN, an approval. What was refused is asked again with the answer.
 * `dialog` is what the dialog takes.
 */
export const useAskAgain = <Needed, Answer>({ neededOf, isOfAnswer }: AskAgainOptions<Needed>) => {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked<Needed, Answer> | null>(null);
  const close = (): void => {
    setAsked(null);
  };
  /** Whether it was that; then it is asked. */
  const refused = (error: unknown, goOn: (answer: Answer) => void): boolean => {
    if (!(error instanceof AppError)) return false;
    const needed = neededOf(error);
    if (needed !== null) {
      setAsked({ needed, goOn, problem: null });
      return true;
    }
    if (!isOfAnswer(error)) return false;
    // Whoever asks again may hold an older one than stands on the screen.
    setAsked((before) => before && { ...before, goOn, problem: errorText(t, error) });
    return true;
  };
  return {
    refused,
    close,
    /** Does the work, at first without an answer, and again with each that is given until it is done or fails otherwise. */
    send: async (work: (answer: Answer | null) => Promise<void>, onFailure: (error: unknown) => void): Promise<void> => {
      const attempt = async (answer: Answer | null): Promise<void> => {
        try {
          await work(answer);
          close();
        } catch (error) {
          if (refused(error, (given) => void attempt(given))) return;
          close();
          onFailure(error);
        }
      };
      await attempt(null);
    },
    dialog: {
      needed: asked?.needed ?? null,
      problem: asked?.problem ?? null,
      onAnswer: (answer: Answer): void => {
        asked?.goOn(answer);
      },
      onBack: close,
    },
  };
};
