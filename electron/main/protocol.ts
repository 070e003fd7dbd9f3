import { protocol, type Session } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { contentPolicy, withNonce } from './contentPolicy.ts';
import { appScheme, mediaType, pageFile } from './page.ts';

/** Must run before the app is ready: gives app:// the rights of a normal secure origin. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built page from `folder` as app://regulars, read-only. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appScheme, async (request) => {
    const file = request.method === 'GET' ? pageFile(folder, request.url) : undefined;
    const content = file === undefined ? undefined : await readFile(file).catch(() => undefined);
    if (file === undefined || content === undefined) return new Response(null, { status: 404 });
    const nonce = randomBytes(16).toString('base64url');
    const type = mediaType(file);
    const body = type.startsWith('text/html') ? withNonce(content.toString('utf8'), nonce) : new Uint8Array(content);
    return new Response(body, {
      headers: {
        'Content-Type': type,
        'Content-Security-Policy': contentPolicy(nonce),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cache-Control': 'no-cache',
      },
    });
  });
}
