import type { Shop } from './shop.ts';

/** What a scanner or a caller-ID box does: all keys at once, Enter last, to whatever has the focus. */
export const scanInto = ({ app }: Shop, code: string): Promise<void> =>
  app.evaluate(({ BrowserWindow }, text) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const keyCode of [...Array.from(text), 'Enter']) {
      contents?.sendInputEvent({ type: 'keyDown', keyCode });
      contents?.sendInputEvent({ type: 'char', keyCode: keyCode === 'Enter' ? '\r' : keyCode });
      contents?.sendInputEvent({ type: 'keyUp', keyCode });
    }
  }, code);
