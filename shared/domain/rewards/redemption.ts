// What becomes of a reward that somebody got for points (R077): it stands, was taken back as a mistake, or was brought back for a reason.

/** `undo` takes a mistake back for good; `return` may be taken back by `restore`. */
export const redemptionSteps = ['redeem', 'undo', 'return', 'restore'] as const;
export type RedemptionStep = (typeof redemptionSteps)[number];

export const redemptionStates = ['given', 'undone', 'returned'] as const;
export type RedemptionState = (typeof redemptionStates)[number];

/** The state that a redemption is in after its last step. */
export const stateAfter = (step: RedemptionStep): RedemptionState => {
  switch (step) {
    case 'redeem':
    case 'restore':
      return 'given';
    case 'undo':
      return 'undone';
    case 'return':
      return 'returned';
  }
};

/** Whether the step may follow: only what stands is taken back or returned, only what was returned is given again. */
export const mayFollow = (state: RedemptionState, step: RedemptionStep): boolean =>
  (state === 'given' && (step === 'undo' || step === 'return')) || (state === 'returned' && step === 'restore');
