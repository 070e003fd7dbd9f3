import { createContext, use, useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { defaultSettings, type ShopSettings } from '../../shared/contract/settings.ts';
import { instant, localDate, type Instant, type LocalDate } from '../../shared/types/time.ts';
import { languageOfThisRun } from './languageOfThisRun.ts';
import { useOperation } from '../ipc/useOperation.ts';
import { switchLanguage } from '../text/i18n.ts';

interface Shop {
  readonly settings: ShopSettings;
  /** The shop's business day, told by main: the page never asks its own clock which day it is. */
  readonly today: LocalDate;
  /** The shop's present moment, by main's clock. */
  readonly now: () => Instant;
}

const ShopContext = createContext<Shop>({
  settings: defaultSettings,
  today: localDate('1970-01-01'),
  now: () => instant(0),
});

/** How often the page asks whether the business day has turned. */
const DAY_CHECK_MILLISECONDS = 30_000;

/** Settings, business day and clock for everything below; also keeps the language in step with the settings. */
export const ShopProvider = ({ children }: { children: ReactNode }) => {
  const stored = useOperation('settings.get', {}).data;
  // Before anybody has signed in the settings are nobody's to read, but the lock screen has its language and its colours.
  const session = useOperation('staff.session', {}).data;
  const settings = useMemo(() => {
    const { shopName, language, colorScheme } = session ?? defaultSettings;
    const known = stored ?? { ...defaultSettings, shopName, language, colorScheme };
    return { ...known, language: languageOfThisRun ?? known.language };
  }, [stored, session]);
  const start = useOperation('shell.startState', {}, { refetchInterval: DAY_CHECK_MILLISECONDS });
  const today = start.data?.today ?? localDate('1970-01-01');
  // The shop's clock may be set to another day (a fixed --today): count on from what main said.
  const offset = start.data === undefined ? 0 : start.data.now - start.dataUpdatedAt;
  const now = useCallback(() => instant(Date.now() + offset), [offset]);

  useEffect(() => {
    void switchLanguage(settings.language);
  }, [settings.language]);

  const shop = useMemo(() => ({ settings, today, now }), [settings, today, now]);
  return <ShopContext value={shop}>{children}</ShopContext>;
};

/** The shop's settings, business day and clock. */
export const useShop = (): Shop => use(ShopContext);
