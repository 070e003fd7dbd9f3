import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`data care and the facing window, ${language}`, async ({ open }) => {
    const { page, app } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    await callFromPage(page, 'settings.update', { changes: { shopName: '小满造型', language, profileRewardPoints: 50 } });
    await callFromPage(page, 'engine.refresh', {});
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 6 });
    const [best, second, third] = rows;
    if (!best || !second || !third) throw new Error('nobody there');
    await callFromPage(page, 'customers.update', { customerId: second.id, changes: { phone: '1381234221' } });
    await callFromPage(page, 'customers.update', { customerId: third.id, changes: { name: '阿007' } });
    const shoot = camera(page, language, 130);
    await goTo(page, '/customers/care');
    await shoot('care-overview');
    await page.locator('button[aria-pressed]:not(:disabled)').last().click();
    await shoot('care-overview-people');
    await page.getByRole('button', { name: language === 'en' ? /^Birthday/ : /^生日/ }).click();
    await shoot('care-overview-missing');
    await goTo(page, '/customers/care?tab=anomalies');
    await shoot('care-anomalies');
    const everyone = await callFromPage(page, 'customers.list', { sort: 'created', limit: 70 });
    for (const [at, { id: customerId }] of everyone.rows.entries())
      if (at % 6 !== 0)
        await callFromPage(page, 'customers.update', { customerId, changes: { phone: `138${String(41200 + at * 7)}` } });
    await goTo(page, '/customers/care?tab=overview');
    await goTo(page, '/customers/care?tab=anomalies');
    await shoot('care-anomalies-pages');
    await page.getByRole('button', { name: language === 'en' ? 'Next page' : '下一页' }).click();
    await shoot('care-anomalies-last');
    await callFromPage(page, 'care.planQuarter', {});
    await callFromPage(page, 'care.recordCheck', { customerId: best.id, outcome: 'correct' }).catch(() => undefined);
    await goTo(page, '/customers/care?tab=checks');
    await shoot('care-checks');
    await callFromPage(page, 'intake.open', { customerId: best.id });
    await callFromPage(page, 'intake.submit', {
      details: {
        phone: '13912345678',
        birthday: { calendar: 'lunar', year: 1990, month: 8, day: 15 },
        likes: '短发、冷色',
        consent: true,
      },
    });
    await goTo(page, '/customers/care?tab=proposals');
    await shoot('care-proposals');
    await goTo(page, `/customers/${best.id}`);
    await shoot('care-card');
    await page.getByRole('button', { name: language === 'en' ? /^Data: .* see why/ : /^资料 .*看看为什么/ }).click();
    await shoot('care-score');
    await page.keyboard.press('Escape');
    await goTo(page, `/customers/${best.id}?edit=likes&tab=facts`);
    await shoot('care-editor');
    await goTo(page, `/customers/${third.id}?edit=phone&tab=facts`);
    await shoot('care-editor-phone');
    await callFromPage(page, 'intake.open', { customerId: best.id });
    await goTo(page, `/customers/${best.id}?tab=facts`);
    await shoot('intake-waiting-card');
    await goTo(page, '/customers/care?tab=proposals');
    await shoot('intake-waiting-care');
    await goTo(page, `/customers/${third.id}?tab=facts`);
    await page.getByRole('button', { name: language === 'en' ? 'Let them type it' : '请顾客自己填' }).click();
    await shoot('intake-dialog');
    await page.keyboard.press('Escape');
    await callFromPage(page, 'intake.open', { customerId: second.id });
    await callFromPage(page, 'shell.openFacing', { code: '2468' });
    const facing = app.windows().find((window) => window !== page) ?? (await app.waitForEvent('window'));
    await facing.setViewportSize({ width: 1366, height: 768 });
    await camera(facing, language, 160)('facing');
  });
