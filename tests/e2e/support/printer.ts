import type { ElectronApplication } from '@playwright/test';

/** What a hidden window was told when it printed. */
export interface PrintedPage {
  readonly silent?: boolean;
  readonly pageSize?: unknown;
}

/** No test machine has a printer: from now on the system names one, and notes what it is handed. */
export async function plugInPrinter(app: ElectronApplication): Promise<() => Promise<readonly PrintedPage[]>> {
  const pages = await app.evaluateHandle(({ app: electron }) => {
    const printed: PrintedPage[] = [];
    electron.on('web-contents-created', (_event, contents) => {
      contents.getPrintersAsync = () =>
        Promise.resolve([{ name: 'roll', displayName: 'roll', description: '', status: 0, isDefault: true, options: {} }]);
      contents.print = (options, done) => {
        printed.push({ ...options });
        done?.(true, '');
      };
    });
    return printed;
  });
  return () => pages.jsonValue();
}

/** From now on the system knows no printer. */
export async function unplugPrinters(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: electron }) => {
    electron.on('web-contents-created', (_event, contents) => {
      contents.getPrintersAsync = () => Promise.resolve([]);
    });
  });
}
