import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`deposits kept and a booking that becomes a visit, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const shoot = camera(page, language, 480);
    const isEnglish = language === 'en';
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 3 });
    const [one = '', two = ''] = rows.map(({ id }) => id);
    const { products } = { products: (await callFromPage(page, 'products.list', { limit: 5 })).rows };
    const line = { name: isEnglish ? 'Silk dress' : '真丝连衣裙', unitPriceCents: 1_280_00, quantity: 1000 };
    const deposit = { cents: 500_00, method: 'cash' } as const;
    const { orderId } = await callFromPage(page, 'orders.save', { customerId: one, kind: 'special', lines: [line], deposit });
    await callFromPage(page, 'orders.cancel', { orderId, reason: isEnglish ? 'Changed her mind' : '不要了' });
    await callFromPage(page, 'visits.record', { customerId: two, lines: [line] });
    const { staff } = await callFromPage(page, 'staff.list', {});
    const slot = { startMinute: 600, lengthMinutes: 60, staffId: staff[0]?.id ?? null } as const;
    const service = { productId: products[0]?.id ?? null, service: products[0]?.name ?? '' };
    const book = async (on: string, customerId: string) => {
      const { appointmentIds } = await callFromPage(page, 'appointments.book', { ...slot, ...service, on, customerId });
      const appointmentId = appointmentIds[0] ?? '';
      await callFromPage(page, 'appointments.saveDeposit', { appointmentId, dueCents: 50_00, paidCents: 50_00 });
      return appointmentId;
    };
    await callFromPage(page, 'appointments.setStatus', { appointmentIds: [await book('2026-11-20', two)], status: 'no_show' });
    await goTo(page, '/visits');
    await expect(page.getByRole('region', { name: isEnglish ? 'Deposits kept' : '留下的定金' })).toBeVisible();
    await shoot('kept-deposits');
    const booking = await book('2026-11-21', one);
    await goTo(page, `/visit?booking=${booking}`);
    await expect(page.getByRole('combobox', { name: isEnglish ? 'Next item' : '下一项' })).toBeVisible();
    await shoot('booked-visit');
    await goTo(page, '/appointments?on=2026-11-28');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: isEnglish ? 'Repeat' : '重复' }).click();
    await page.getByRole('option', { name: isEnglish ? 'Months' : '按月' }).click();
    await shoot('repeat-ends');
  });
