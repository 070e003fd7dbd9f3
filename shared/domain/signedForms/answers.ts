/** What a question of a form takes for an answer. */
export const questionKinds = ['yes_no', 'choice', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** One question of a form, as the shop words it (X27). */
export interface FormQuestion {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly question: string;
  /** What a choice offers; empty for the other kinds. */
  readonly options: readonly string[];
  readonly isRequired: boolean;
}

/** A question as it was asked, with what was answered: 'yes' or 'no', one of the options, or words; null is no answer. */
export interface FormAnswer {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly question: string;
  readonly answer: string | null;
}

export interface GivenAnswer {
  readonly key: string;
  readonly answer: string | null;
}

export const MOST_QUESTIONS = 30;
export const LONGEST_ANSWER = 500;

export type FittedAnswers =
  | { readonly answers: readonly FormAnswer[]; readonly problem: null }
  | { readonly problem: { readonly key: string; readonly issue: 'answer_needed' | 'unknown_option' | 'field_not_of_type' } };

const issueOf = (
  { kind, options, isRequired }: FormQuestion,
  answer: string | null,
): 'answer_needed' | 'unknown_option' | null => {
  if (answer === null) return isRequired ? 'answer_needed' : null;
  if (kind === 'yes_no') return answer === 'yes' || answer === 'no' ? null : 'unknown_option';
  return kind === 'text' || options.includes(answer) ? null : 'unknown_option';
};

/**
 * Every question with its answer, in the order of the form. A blank answer is none. `mayBeBlank` is for what was signed on paper, where the
 * answers stand. A problem names the question: answer_needed, unknown_option, field_not_of_type (nobody asks that).
 */
export const fittedAnswers = (
  questions: readonly FormQuestion[],
  given: readonly GivenAnswer[],
  mayBeBlank: boolean,
): FittedAnswers => {
  const foreign = given.find(({ key }) => !questions.some((question) => question.key === key));
  if (foreign !== undefined) return { problem: { key: foreign.key, issue: 'field_not_of_type' } };
  const answers: FormAnswer[] = [];
  for (const question of questions) {
    const typed = given.findLast(({ key }) => key === question.key)?.answer?.trim() ?? '';
    const answer = typed === '' ? null : typed;
    const issue = issueOf(mayBeBlank ? { ...question, isRequired: false } : question, answer);
    if (issue !== null) return { problem: { key: question.key, issue } };
    answers.push({ key: question.key, kind: question.kind, question: question.question, answer });
  }
  return { problem: null, answers };
};
