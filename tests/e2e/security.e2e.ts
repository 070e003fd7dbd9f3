import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { root } from '../../scripts/tools/paths.ts';
import { listen } from './support/listener.ts';
import { expect, test } from './support/test.ts';

/**
 * Runs a check in the page some time after this evaluation has ended: while one runs, the debugger lifts the page's
 * policy on eval, and the check would prove nothing. The check is source text that leaves its finding in `window.found`.
 */
async function later(page: Page, check: () => unknown): Promise<unknown> {
  await page.evaluate(`window.found = undefined; setTimeout(async () => { window.found = [await (${check.toString()})()] }, 50)`);
  // Not waitForFunction: that one evaluates text in the page by itself, which the policy rightly refuses.
  await expect
    .poll(() => page.evaluate(() => Reflect.has(window, 'found') && Reflect.get(window, 'found') !== undefined))
    .toBe(true);
  return page.evaluate(() => {
    const found: unknown = Reflect.get(window, 'found');
    const value: unknown = Array.isArray(found) ? found[0] : undefined;
    return value;
  });
}

test.describe('the page', () => {
  test('has a sandbox, its own context, no Node and no switched-off web security', async ({ shop }) => {
    const preferences = await shop.app.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents();
      // Electron keeps this reader out of its types; there is no other.
      const read: unknown = contents && Reflect.get(contents, 'getLastWebPreferences');
      const preferences: unknown = typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
      return preferences;
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    });
  });

  test('sees nothing of Node or Electron but the two functions of the bridge', async ({ shop }) => {
    const seen = await shop.page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter((name) => name in window),
      bridge: Object.keys(window.regulars).toSorted(),
      origin: location.origin,
      isSecure: isSecureContext,
    }));
    expect(seen).toEqual({ globals: [], bridge: ['call', 'on'], origin: 'app://regulars', isSecure: true });
  });

  test('cannot replace the bridge', async ({ shop }) => {
    const isChanged = await shop.page.evaluate(() => {
      const before = window.regulars.call;
      try {
        Object.assign(window.regulars, { call: () => 'forged' });
      } catch {
        // A frozen bridge throws; what counts is that it is still ours.
      }
      return window.regulars.call !== before;
    });
    expect(isChanged).toBe(false);
  });

  test('cannot turn text into code', async ({ shop }) => {
    const found = await later(shop.page, () => {
      const evaluate: unknown = Reflect.get(globalThis, 'eval');
      const tries = [
        () => typeof evaluate === 'function' && void Reflect.apply(evaluate, undefined, ['1']),
        () => void Reflect.construct(Function, ['return 1']),
      ];
      return tries.map((attempt) => {
        try {
          attempt();
          return 'ran';
        } catch (error) {
          return error instanceof EvalError ? 'refused' : String(error);
        }
      });
    });
    expect(found).toEqual(['refused', 'refused']);
  });

  test('runs no script that was put into its text, and applies no style', async ({ shop }) => {
    const found = await later(shop.page, async () => {
      const box = document.createElement('div');
      document.body.append(box);
      box.innerHTML =
        '<img src="data:image/png;base64,x" onerror="window.isHacked = true"><a href="javascript:window.isHacked = true">x</a>' +
        '<p id="styled" style="color: rgb(1, 2, 3)">x</p><style>p { background-color: rgb(4, 5, 6) }</style>';
      const script = document.createElement('script');
      script.textContent = 'window.isHacked = true';
      box.append(script);
      box.querySelector('a')?.click();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const paragraph = document.querySelector('#styled');
      const style = paragraph && getComputedStyle(paragraph);
      return {
        isHacked: 'isHacked' in window,
        color: style?.color === 'rgb(1, 2, 3)',
        background: style?.backgroundColor === 'rgb(4, 5, 6)',
      };
    });
    expect(found).toEqual({ isHacked: false, color: false, background: false });
  });

  test('loads nothing of a kind that it has no need for, not even from itself', async ({ shop }) => {
    const refused = await shop.page.evaluate(async () => {
      const directives: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective));
      for (const [tag, attribute] of [
        ['iframe', 'src'],
        ['video', 'src'],
        ['object', 'data'],
      ] as const) {
        const element = document.createElement(tag);
        element.setAttribute(attribute, 'app://regulars/index.html');
        document.body.append(element);
      }
      await fetch('app://regulars/index.html').catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 300));
      return directives.toSorted();
    });
    expect(refused).toEqual(['connect-src', 'frame-src', 'media-src', 'object-src']);
  });

  test('gets a new nonce with each load', async ({ shop }) => {
    const nonce = () => shop.page.locator('meta[name="csp-nonce"]').getAttribute('content');
    const first = await nonce();
    await shop.page.reload();
    const second = await nonce();
    expect(first).toMatch(/^[\w-]{22}$/);
    expect(second).toMatch(/^[\w-]{22}$/);
    expect(second).not.toBe(first);
  });
});

test.describe('the network', () => {
  test('is out of reach for the page, by any means', async ({ shop }) => {
    const server = await listen();
    await shop.page.evaluate(async (host) => {
      const quiet = () => undefined;
      await fetch(`http://${host}/fetch`).catch(quiet);
      await fetch(`http://${host}/opaque`, { mode: 'no-cors' }).catch(quiet);
      navigator.sendBeacon(`http://${host}/beacon`);
      try {
        new WebSocket(`ws://${host}/socket`);
      } catch {
        // Refused at once is as good as refused later.
      }
      const tags = ['img', 'script', 'iframe', 'video', 'embed'] as const;
      for (const tag of tags) {
        const element = document.createElement(tag);
        element.setAttribute('src', `http://${host}/${tag}`);
        document.body.append(element);
      }
      const form = document.createElement('form');
      form.action = `http://${host}/form`;
      document.body.append(form);
      form.submit();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }, server.host);
    expect(server.connections()).toBe(0);
    await server.close();
  });

  test('is out of reach for every session, also new ones, without the help of the page policy', async ({ shop }) => {
    const server = await listen();
    const answers = await shop.app.evaluate(async ({ session }, host) => {
      const sessions = [session.defaultSession, session.fromPartition('another')];
      const fetched = sessions.map((one) => one.fetch(`http://${host}/`, { bypassCustomProtocolHandlers: true }));
      return Promise.all(fetched.map((answer) => answer.then(() => 'reached', String)));
    }, server.host);
    // Refused by our own rule, before a name was looked up or a connection tried.
    for (const answer of answers) expect(answer).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(server.connections()).toBe(0);
    await server.close();
  });

  test('has no names: even a request of Chromium itself would find no address', async ({ shop }) => {
    const answer = await shop.app.evaluate(({ session }) =>
      session.defaultSession.resolveHost('localhost').then(JSON.stringify, String),
    );
    expect(answer).toContain('ERR_NAME_NOT_RESOLVED');
  });

  test('hands nothing over by download', async ({ shop }) => {
    await shop.app.evaluate(({ session }) => {
      session.defaultSession.on('will-download', (event) => {
        Reflect.set(globalThis, 'wasPrevented', event.defaultPrevented);
      });
    });
    await shop.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      link.click();
    });
    await expect.poll(() => shop.app.evaluate(() => Reflect.get(globalThis, 'wasPrevented') === true)).toBe(true);
  });
});

test.describe('the window', () => {
  test('opens no other window', async ({ shop }) => {
    const opened = await shop.page.evaluate(() =>
      [window.open('about:blank'), window.open('app://regulars/index.html')].map((other) => other === null),
    );
    expect(opened).toEqual([true, true]);
    expect(await shop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('goes nowhere else', async ({ shop }) => {
    const server = await listen();
    const places = [
      `http://${server.host}/`,
      'file:///etc/passwd',
      'data:text/html,x',
      'about:blank',
      'app://elsewhere/index.html',
    ];
    for (const place of places) {
      await shop.page.evaluate((address) => {
        const link = document.createElement('a');
        link.href = address;
        document.body.append(link);
        link.click();
        setTimeout(() => location.assign(address));
      }, place);
      await shop.page.waitForTimeout(200);
      await expect.poll(() => shop.page.url()).toMatch(/^app:\/\/regulars\/index.html/);
    }
    expect(server.connections()).toBe(0);
    await server.close();
  });

  test('embeds no other page', async ({ shop }) => {
    await shop.page.evaluate(() => {
      const webview = document.createElement('webview');
      webview.setAttribute('src', 'data:text/html,x');
      const frame = document.createElement('iframe');
      frame.src = 'app://regulars/index.html';
      document.body.append(webview, frame);
    });
    await shop.page.waitForTimeout(500);
    const contents = await shop.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
    expect(contents).toBe(1);
    const hasBridge = await Promise.all(
      shop.page
        .frames()
        .slice(1)
        .map((frame) => frame.evaluate(() => 'regulars' in window).catch(() => false)),
    );
    expect(hasBridge).not.toContain(true);
  });

  test('is refused every permission that it asks for', async ({ shop }) => {
    const answers = await shop.page.evaluate(async () => {
      const refused = (request: Promise<unknown>) =>
        request.then(
          () => 'granted',
          () => 'refused',
        );
      const position = new Promise((resolve, reject) => {
        navigator.geolocation.getCurrentPosition(resolve, reject);
      });
      return {
        notifications: await Notification.requestPermission(),
        position: await refused(position),
        camera: await refused(navigator.mediaDevices.getUserMedia({ video: true })),
        screen: await refused(navigator.mediaDevices.getDisplayMedia()),
        clipboard: await refused(navigator.clipboard.readText()),
        standing: (await navigator.permissions.query({ name: 'geolocation' })).state,
      };
    });
    expect(answers).toEqual({
      notifications: 'denied',
      position: 'refused',
      camera: 'refused',
      screen: 'refused',
      clipboard: 'refused',
      standing: 'denied',
    });
  });

  test('reads no file of the machine, by whatever path', async ({ shop }) => {
    const bodies = await shop.app.evaluate(async ({ session }) => {
      const addresses = [
        'app://regulars/%2e%2e/main/main.js',
        'app://regulars/..%2fmain%2fmain.js',
        'app://elsewhere/index.html',
      ];
      return Promise.all(addresses.map(async (address) => (await session.defaultSession.fetch(address)).status));
    });
    expect(bodies).toEqual([404, 404, 404]);
    const isRead = await shop.page.evaluate(() =>
      fetch('file:///etc/passwd').then(
        () => true,
        () => false,
      ),
    );
    expect(isRead).toBe(false);
  });
});

test.describe('the channel', () => {
  test('answers our window only', async ({ shop }) => {
    const answer = await shop.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        await stranger.loadURL('app://regulars/index.html');
        const reply: unknown = await stranger.webContents.executeJavaScript("window.regulars.call('shell.startState', {})");
        stranger.destroy();
        return reply;
      },
      join(root, 'out', 'preload', 'preload.cjs'),
    );
    expect(answer).toMatchObject({ ok: false, error: { code: 'not_permitted' } });
  });

  test('refuses names and inputs that the contract does not know', async ({ shop }) => {
    const answers = await shop.page.evaluate(async () => {
      const call: unknown = window.regulars.call;
      if (typeof call !== 'function') return [];
      const tries: [unknown, unknown][] = [
        ['no.such', {}],
        ['__proto__', {}],
        [7, {}],
        [null, null],
        ['shell.startState', { path: '/etc' }],
        ['shell.copyText', 'x'],
      ];
      return Promise.all(
        tries.map(async ([name, input]) => {
          const envelope: unknown = await Reflect.apply(call, undefined, [name, input]);
          return JSON.stringify(envelope).match(/"code":"(\w+)"/)?.[1];
        }),
      );
    });
    expect(answers).toEqual([
      'unknown_operation',
      'unknown_operation',
      'unknown_operation',
      'unknown_operation',
      'bad_input',
      'bad_input',
    ]);
  });
});
