/** Whether a way to reach a person is shown masked: no phone, account or address holds two stars side by side of its own. */
export const isMasked = (value: string | null): boolean => value !== null && value.includes('**');
