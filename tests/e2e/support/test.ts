import { test as base } from '@playwright/test';
import { openShop, type Shop, type ShopOptions } from './shop.ts';

interface Fixtures {
  /** Opens the app; whatever a test opened is closed and forgotten at its end, also when it failed. */
  readonly open: (options?: ShopOptions) => Promise<Shop>;
  /** An app on a fresh, empty store. */
  readonly shop: Shop;
}

export const test = base.extend<Fixtures>({
  open: async ({}, use) => {
    const shops: Shop[] = [];
    await use(async (options) => {
      const shop = await openShop(options);
      shops.push(shop);
      return shop;
    });
    for (const shop of shops) await shop.forget();
  },
  shop: async ({ open }, use) => {
    await use(await open());
  },
});

export { expect } from '@playwright/test';
