/** A screen other than the one the clerk looks at; undefined when there is only that. */
export function otherScreen<Screen extends { readonly id: number }>(
  screens: readonly Screen[],
  clerksId: number,
): Screen | undefined {
  return screens.find(({ id }) => id !== clerksId);
}
