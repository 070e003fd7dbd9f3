import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages) {
  test(`staff, the lock and the first start, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language], welcome: true });
    const shoot = camera(page, language, 180);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await shoot('welcome');
    await callFromPage(page, 'staff.skipWelcome', {});
    await menuStands(page);
    await goTo(page, '/settings/staff');
    await shoot('staff-nobody');
    await callFromPage(page, 'staff.makeOwner', { name: '张丽', pin: '407193' });
    for (const [name, role] of [
      ['王芳', 'manager'],
      ['小李', 'clerk'],
      ['陈晨', 'clerk'],
    ] as const) {
      const { staffId } = await callFromPage(page, 'staff.create', { name, role });
      if (name !== '陈晨') await callFromPage(page, 'staff.setPin', { staffId, pin: '2580' });
    }
    await callFromPage(page, 'staff.saveRole', { name: '收银', permissions: ['customers.read', 'visits.write'] });
    await goTo(page, '/settings/staff');
    await shoot('staff');
    await page.getByRole('region', { name: /^(桌面上锁与 PIN|Lock and PINs)$/ }).scrollIntoViewIfNeeded();
    await shoot('staff-lock-section');
    await page.getByRole('button', { name: /^(关于王芳的备注|Notes on 王芳)$/ }).click();
    await page.getByRole('dialog').waitFor();
    await shoot('staff-note');
    await page.keyboard.press('Escape');
    await page.getByRole('table').last().scrollIntoViewIfNeeded();
    await page.getByRole('button', { name: /^(添加身份|Add role)$/ }).scrollIntoViewIfNeeded();
    await shoot('staff-matrix');
    await goTo(page, '/settings');
    await shoot('settings-sections');
    await page.getByRole('button', { name: /张丽/ }).click();
    await shoot('desk-menu');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    await page.getByRole('dialog').waitFor();
    await shoot('lock');
    await page.getByRole('button', { name: /^(忘了 PIN|Forgot the PIN)$/ }).click();
    await shoot('lock-forgotten');
    await page.getByRole('button', { name: /^小李/ }).click();
    await page.keyboard.type('2580');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /小李/ }).waitFor();
    await goTo(page, '/settings/staff');
    await shoot('refused');
  });
}
