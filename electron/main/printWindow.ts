import { BrowserWindow, session, type WebContents } from 'electron';

/** Nothing but its own style: no script, no picture, no address. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
let made = 0;

/**
 * Shows a document in a hidden window without scripts, for as long as `work` prints it. The window has a session of its own, in memory: what
 * is printed is served to this one window and to nobody else.
 */
export async function withPrintWindow<T>(html: string, work: (contents: WebContents) => Promise<T>): Promise<T> {
  made += 1;
  // Two documents at once must not be served to each other's windows.
  const partition = `print-${made}`;
  const own = session.fromPartition(partition);
  own.protocol.handle(
    'app',
    () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY } }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  try {
    await window.loadURL('app://print/document.html');
    return await work(window.webContents);
  } finally {
    window.destroy();
    own.protocol.unhandle('app');
  }
}

/** The document as the bytes of a PDF; its own style says the size of the page. */
export const pdfOf = (html: string): Promise<Uint8Array> =>
  withPrintWindow(html, (contents) => contents.printToPDF({ preferCSSPageSize: true, printBackground: false }));

export type PrintOutcome = 'printed' | 'cancelled' | 'no_printer' | 'failed';

/** A4, or a strip by its width and height in micrometres. */
export type PaperSize = 'A4' | { readonly width: number; readonly height: number };

/** Hands the document to the system's own print dialog; `isSilent` asks nothing and takes the usual printer. */
export const printOnPaper = (
  html: string,
  { pageSize = 'A4', isSilent = false }: { readonly pageSize?: PaperSize; readonly isSilent?: boolean } = {},
): Promise<PrintOutcome> =>
  withPrintWindow(html, async (contents) => {
    if ((await contents.getPrintersAsync()).length === 0) return 'no_printer';
    return new Promise<PrintOutcome>((settle) => {
      contents.print({ silent: isSilent, printBackground: false, pageSize }, (isPrinted, reason) => {
        settle(isPrinted ? 'printed' : /cancel/i.test(reason) ? 'cancelled' : 'failed');
      });
    });
  });
