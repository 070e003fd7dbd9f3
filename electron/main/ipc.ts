import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { AppError, failure, type Envelope } from '../../shared/errors.ts';
import type { AppEvent } from '../../shared/contract.ts';
import { isAppPage } from './page.ts';

/** A window of ours: the page it shows, and the gate's door for whoever sits before it. */
interface Desk {
  readonly window: () => BrowserWindow | undefined;
  readonly page: string;
  readonly call: (name: string, input: unknown) => Promise<Envelope<unknown>>;
}

interface Bridge {
  readonly desks: readonly Desk[];
  readonly warn: (text: string) => void;
}

/**
 * Answers the one channel that the preload calls. Whoever is not the own page of one of our windows is refused before the gate; which
 * window it is decides what the call may do, never what it says of itself.
 */
export function answerCalls({ desks, warn }: Bridge): void {
  ipcMain.handle('call', async (event, name: unknown, input: unknown) => {
    const desk = desks.find(({ window, page }) => isOurPage(event, window(), page));
    if (desk === undefined) {
      warn(`a call from elsewhere was refused: ${event.senderFrame?.url ?? 'no frame'}`);
      return failure(new AppError('not_permitted', { permission: 'window' }));
    }
    if (typeof name !== 'string') return failure(new AppError('unknown_operation', { name: '' }));
    return desk.call(name, input);
  });
}

/** Tells the page what changed. */
export function sendEvent(window: BrowserWindow | undefined, event: AppEvent): void {
  if (window !== undefined && !window.isDestroyed()) window.webContents.send('event', event);
}

/** A frame inside the page, another window, or our window led astray is not our page. */
function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow | undefined, page: string): boolean {
  const frame = event.senderFrame;
  if (window === undefined || window.isDestroyed() || frame === null) return false;
  return event.sender === window.webContents && frame === window.webContents.mainFrame && isAppPage(frame.url, page);
}
