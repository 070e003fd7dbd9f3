/** A stick that is plugged in shows up so soon. */
export const LOOK_MILLISECONDS = 4_000;
