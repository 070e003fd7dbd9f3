/** Something in a column of the diary, from a minute to a later one. */
interface Span {
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

/** Which part of its column's width a span has: the `lane`th of `lanes`. */
export interface Laid<Item> {
  readonly item: Item;
  readonly lane: number;
  readonly lanes: number;
}

/** Puts spans of one column side by side where they meet, each cluster in as few lanes as it needs. The order is by start. */
export const layLanes = <Item extends Span>(items: readonly Item[]): Laid<Item>[] => {
  const sorted = items.toSorted((one, other) => one.startMinute - other.startMinute || other.lengthMinutes - one.lengthMinutes);
  const laid: Laid<Item>[] = [];
  let cluster: { item: Item; lane: number }[] = [];
  let ends: number[] = [];
  const close = (): void => {
    laid.push(...cluster.map(({ item, lane }) => ({ item, lane, lanes: ends.length })));
    cluster = [];
    ends = [];
  };
  for (const item of sorted) {
    if (ends.every((end) => end <= item.startMinute)) close();
    const free = ends.findIndex((end) => end <= item.startMinute);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = item.startMinute + item.lengthMinutes;
    cluster.push({ item, lane });
  }
  close();
  return laid;
};
