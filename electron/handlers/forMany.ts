import type { StoreContext } from './context.ts';

/** The same context for many customers at once: settings are read once, and the screens are told once at the end. */
export const forMany = (context: StoreContext): StoreContext => {
  const [settings, today, now] = [context.settings(), context.today(), context.now()];
  return { ...context, settings: () => settings, today: () => today, now: () => now, changed: () => undefined };
};
