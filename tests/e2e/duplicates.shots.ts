import { camera, shotLanguages } from './support/camera.ts';
import { callFromPage } from './support/bridge.ts';
import { test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const today = '2026-11-21';

for (const language of shotLanguages) {
  test(`duplicates, a merge, its history and the bin, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', today, '--lang', language, '--demo'] });
    await menuStands(page);
    const shoot = camera(page, language, 140);
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 8 });
    for (const [index, row] of rows.entries()) {
      const { fields } = await callFromPage(page, 'customers.findById', { customerId: row.id });
      if (fields.phone === null) continue;
      await callFromPage(page, 'customers.create', {
        name: index % 3 === 1 ? `${fields.name}女士` : fields.name,
        // Every other one mistyped in its last digit.
        phone: index % 2 === 0 ? fields.phone : fields.phone.slice(0, -1) + ((Number(fields.phone.at(-1)) + 1) % 10),
        ...(fields.birthday && { birthday: fields.birthday }),
        likes: '靠窗的位子',
        safetyNote: '酒精过敏，护理前问一句',
        occupation: '中学老师',
        note: '活动时扫码登记，忘了自己有卡，下次问问是不是同一个人，顺便把旧卡收回。',
      });
    }
    await callFromPage(page, 'customers.create', {
      name: '章薇',
      birthday: { calendar: 'solar', year: 1991, month: 5, day: 20 },
    });
    await callFromPage(page, 'customers.create', {
      name: '张薇',
      birthday: { calendar: 'solar', year: 1991, month: 5, day: 20 },
    });
    await goTo(page, '/customers/duplicates');
    await shoot('duplicates-never');
    await page.getByRole('button', { name: /查一遍|Look for duplicates/ }).click();
    const pairs = page.getByRole('button', { name: /^(合并|Merge) / });
    await pairs.first().waitFor();
    await shoot('duplicates');
    await pairs.first().click();
    await page.getByRole('heading', { level: 1, name: /合并两张卡|Merge/ }).waitFor();
    await shoot('merge');
    await page.keyboard.press('Control+Enter');
    await pairs.first().waitFor();
    await shoot('merge-done');
    await pairs.first().click();
    await page.getByRole('heading', { level: 1, name: /合并两张卡|Merge/ }).waitFor();
    await page.keyboard.press('Control+Enter');
    await pairs.first().waitFor();
    const { rows: merges } = await callFromPage(page, 'merges.list', {});
    const [latest] = merges;
    if (latest) await callFromPage(page, 'merges.undo', { mergeId: latest.id });
    await goTo(page, '/customers/merges');
    await shoot('merges');
    const survivor = merges.at(-1)?.survivor;
    if (survivor) {
      await goTo(page, `/customers/${survivor.id}`);
      await shoot('merged-card');
    }
    await goTo(page, '/customers/bin');
    await shoot('bin-empty');
    for (const row of rows.slice(4, 7)) await callFromPage(page, 'customers.remove', { customerId: row.id });
    await goTo(page, '/customers/bin');
    await shoot('bin');
    await page
      .getByRole('button', { name: /彻底删除|Delete for good/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    await shoot('bin-ask');
  });
}
