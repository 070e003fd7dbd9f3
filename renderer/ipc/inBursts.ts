/**
 * Hands the first item on at once and gathers what follows closely behind it: the work of many changes in a row is done a few times a
 * second instead of after each, and a single change never waits. `pauseMilliseconds` is the least time between two handings-on.
 */
export const inBursts = <Item>(handle: (items: readonly Item[]) => void, pauseMilliseconds: number): ((item: Item) => void) => {
  let waiting: Item[] = [];
  let isPausing = false;
  const handOn = (items: readonly Item[]): void => {
    isPausing = true;
    setTimeout(() => {
      isPausing = false;
      const gathered = waiting;
      waiting = [];
      if (gathered.length > 0) handOn(gathered);
    }, pauseMilliseconds);
    handle(items);
  };
  return (item) => {
    if (isPausing) waiting.push(item);
    else handOn([item]);
  };
};
