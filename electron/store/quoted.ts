/** The name of a table or column as SQL takes it, whatever signs stand in it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
