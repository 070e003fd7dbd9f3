import { join, normalize, sep } from 'node:path';

/** The one origin that our page has. A scheme of our own keeps file:// and its powers out of the page's reach. */
export const appScheme = 'app';
export const appOrigin = 'app://regulars';
export const appPage = `${appOrigin}/index.html`;

/**
 * The file inside `folder` that an app:// address names, or undefined when it names none: another host, a broken
 * encoding, or a path that leads outside.
 */
export function pageFile(folder: string, address: string): string | undefined {
  const url = parseAddress(address);
  if (url === undefined || `${url.protocol}//${url.host}` !== appOrigin) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\')) return undefined;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  return file.startsWith(folder + sep) ? file : undefined;
}

/** Whether an address is our page, with any hash or query: the only place the window may go. */
export function isAppPage(address: string, page: string = appPage): boolean {
  const url = parseAddress(address);
  const own = new URL(page);
  return url?.protocol === own.protocol && url.host === own.host && url.pathname === own.pathname;
}

/** The parts of an address, or undefined when it is none. (URL.parse is newer than our oldest runtime.) */
export function parseAddress(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** The media type of a file that the build makes; anything else is handed out as plain bytes. */
export function mediaType(file: string): string {
  return types[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
