import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`what is due, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const words = (chinese: string, english: string): string => (isEnglish ? english : chinese);
    const shoot = camera(page, language, 460);
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 8 });
    const who = (index: number): string => rows[index]?.id ?? '';
    await callFromPage(page, 'tasks.save', {
      title: words('送蛋糕', 'Bring the cake'),
      dueOn: '2026-11-20',
      customerId: who(0),
    });
    await callFromPage(page, 'tasks.save', { title: words('盘点染膏', 'Count the colour tubes'), dueOn: '2026-11-21' });
    await callFromPage(page, 'opportunities.save', {
      customerId: who(0),
      title: words('婚礼跟妆', 'Wedding make-up'),
      nextStep: words('约试妆', 'Arrange a trial'),
      nextStepOn: '2026-11-18',
    });
    await callFromPage(page, 'incidents.save', {
      customerId: who(1),
      what: words('烘干时烫到耳朵，有一点红', 'Ear burnt under the dryer, a little red'),
      severity: 'serious',
      on: '2026-11-18',
      followUpOn: '2026-11-20',
    });
    await callFromPage(page, 'incidents.save', {
      customerId: who(2),
      what: words('洒了茶在包上', 'Tea on a handbag'),
      severity: 'minor',
      followUpOn: '2026-11-28',
    });
    await goTo(page, '/tasks/incidents');
    await expect(page.getByRole('listitem').first()).toBeVisible();
    await shoot('incidents-open');
    await goTo(page, '/today');
    await expect(page.getByRole('button', { name: words('做完：盘点染膏', 'Done: Count the colour tubes') })).toBeVisible();
    await page.keyboard.press('t');
    await shoot('today-due');
    await goTo(page, `/customers/${who(0)}`);
    await shoot('card-due');
  });
