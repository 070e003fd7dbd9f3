import type { Locator, Page, TestInfo } from '@playwright/test';

/** Keys that are held while another is pressed; each counts as a key of its own. */
const partsOf = (press: string): number => press.split('+').length;

/** A person's hands at the desk: what they click and press is counted, the text they type is not. */
export function handsAt(page: Page) {
  let clicks = 0;
  let keys = 0;
  return {
    click: async (target: Locator): Promise<void> => {
      clicks += 1;
      await target.click();
    },
    press: async (key: string): Promise<void> => {
      keys += partsOf(key);
      await page.keyboard.press(key);
    },
    type: (text: string): Promise<void> => page.keyboard.type(text),
    count: () => ({ clicks, keys }),
  };
}

/** Tells a figure to whoever reads the run, and keeps it in the report. */
export function tell(info: TestInfo, figure: string): void {
  info.annotations.push({ type: 'figure', description: figure });
  process.stdout.write(`    ${figure}\n`);
}
