/** The version of this program, as package.json says it (a test holds them together): backups name who wrote them. */
export const PROGRAM_VERSION = '0.1.0';
