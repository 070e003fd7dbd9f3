import { BrowserWindow, session } from 'electron';
import { labelDocument, type LabelPage } from '../../shared/domain/labels/layout.ts';

/** A session of its own, in memory: what is printed is served to this one window and to nobody else. */
const PARTITION = 'labels';
const ADDRESS = 'app://labels/sheets.html';
/** Nothing but its own style: no script, no picture, no address. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Draws the sheets in a hidden window without scripts and gives the PDF's bytes. */
export async function labelsPdf(pages: readonly LabelPage[]): Promise<Uint8Array> {
  const own = session.fromPartition(PARTITION);
  const html = labelDocument(pages);
  own.protocol.handle(
    'app',
    () => new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY } }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition: PARTITION, sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  try {
    await window.loadURL(ADDRESS);
    return await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: false });
  } finally {
    window.destroy();
    own.protocol.unhandle('app');
  }
}
