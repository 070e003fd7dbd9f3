interface Outcome {
  readonly outcome: 'fitted' | 'refused';
}
const isFitted = <Result extends Outcome>(result: Result): result is Extract<Result, { readonly outcome: 'fitted' }> =>
  result.outcome === 'fitted';

/** What was fitted; the test fails where that was refused. */
export const fitted = <Result extends Outcome>(result: Result): Extract<Result, { readonly outcome: 'fitted' }> => {
  if (isFitted(result)) return result;
  throw new Error(`refused: ${JSON.stringify(result)}`);
};

/** The maximum, or whatever else may not be there. */
export const found = <Value>(value: Value | null | undefined): Value => {
  if (value === null || value === undefined) throw new Error('nothing was found');
  return value;
};
