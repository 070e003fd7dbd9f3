/** How bad an incident is, by colour beside its word. */
export const severityColors = { minor: 'gray', serious: 'amber', grave: 'red' } as const;
