import type { ReasonFacts } from '../../shared/domain/reasonText.ts';
import { FigureText } from './FigureText.tsx';
import { useReasonWords } from './useReasonWords.ts';

interface ReasonTextProps {
  readonly reason: ReasonFacts;
  /** `title` is a few words, `text` the facts, `both` one after the other. Default both. */
  readonly part?: 'title' | 'text' | 'both';
}

/** Why a person is on the list, in words with its figures. */
export const ReasonText = ({ reason, part = 'both' }: ReasonTextProps) => {
  const { title, text } = useReasonWords()(reason);
  if (part === 'title') return title;
  return <FigureText text={part === 'text' ? text : `${title} · ${text}`} />;
};
