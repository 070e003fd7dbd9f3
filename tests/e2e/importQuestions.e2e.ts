import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callFromPage } from './support/bridge.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const main = (page: Page) => page.getByRole('main');

const members = [
  '姓名,手机号,生日,生日类型,剩余积分,推荐人卡号,绑定调理师,车牌号码,年检到期',
  '王芳,13800001001,1990-08-15,0,120,9999,阿强,粤B12345,2027-03-01',
  '李强,13800001002,1991-09-01,1,30,,,,',
].join('\n');

test('a type of birthday in figures, a balance and unknown names are asked about and told, by keyboard (R011, R189)', async ({
  shop,
}) => {
  const { page, app, userData } = shop;
  await menuStands(page);
  const { customerId } = await callFromPage(page, 'customers.create', { name: '王芳', phone: '13800001001' });
  await callFromPage(page, 'loyalty.adjust', { customerId, points: 30, reason: '补登' });
  const file = join(userData, '会员.csv');
  await writeFile(file, members);
  await answerOpenDialog(app, [file]);
  await goTo(page, '/imports');
  await main(page).getByRole('button', { name: '选文件' }).press('Enter');
  await expect(main(page).getByText('写 0 的：1990-08-15')).toBeVisible();
  await expect(main(page).getByText(/没有叫这些名字的员工，这些顾客先没有归属：阿强/)).toBeVisible();
  await expect(main(page).getByText('找不到这些介绍人，先空着：9999')).toBeVisible();

  await main(page).getByRole('radio', { name: '0 公历 · 1 农历' }).focus();
  await page.keyboard.press('Space');
  await expect(main(page).getByRole('radio', { name: '0 公历 · 1 农历' })).toBeChecked();
  await main(page).getByRole('radio', { name: '改成文件里的积分，差额记一笔积分变动' }).focus();
  await page.keyboard.press('Space');
  await expect(main(page).getByRole('radio', { name: /^改成文件里的积分/ })).toBeChecked();
  await main(page)
    .getByRole('button', { name: /^导入 2 行/ })
    .press('Enter');
  await expect(main(page).getByText('导入好了')).toBeVisible();

  const card = await callFromPage(page, 'customers.findById', { customerId });
  expect(card.fields.birthday).toMatchObject({ calendar: 'solar', month: 8, day: 15 });
  expect(card.summary.pointsBalance).toBe(120);
  const { things, facts } = await callFromPage(page, 'things.ofCustomer', { customerId });
  expect(things).toMatchObject([{ type: 'car', fields: [{ name: 'plate', value: '粤B12345' }] }]);
  expect(facts).toMatchObject([{ kind: 'inspection', validUntil: '2027-03-01' }]);
});
