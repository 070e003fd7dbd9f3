import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`orders, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const shoot = camera(page, language, 400);
    const isEnglish = language === 'en';
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 6 });
    const [one = '', two = '', three = '', four = ''] = rows.map(({ id }) => id);
    const piece = (name: string, unitPriceCents: number) => ({ name, unitPriceCents, quantity: 1000 });
    await goTo(page, '/orders');
    await shoot('orders-empty');
    const { orderId: dress } = await callFromPage(page, 'orders.save', {
      customerId: one,
      kind: 'special',
      lines: [
        {
          ...piece(isEnglish ? 'Silk dress' : '真丝连衣裙', 1_280_00),
          specification: isEnglish ? 'Size M, ivory' : 'M 码，象牙白',
        },
        piece(isEnglish ? 'Scarf' : '丝巾', 260_00),
      ],
      promisedOn: '2026-11-22',
      deposit: { cents: 500_00, method: 'wechat' },
      note: isEnglish ? 'Wants it before her daughter’s wedding' : '女儿婚礼前要',
    });
    await callFromPage(page, 'orders.save', {
      customerId: two,
      kind: 'layaway',
      lines: [piece(isEnglish ? 'Jade bangle' : '翡翠手镯', 8_800_00)],
      promisedOn: '2026-12-31',
      deposit: { cents: 2_000_00, method: 'cash' },
    });
    const { orderId: watch } = await callFromPage(page, 'orders.save', {
      customerId: three,
      kind: 'repair',
      item: isEnglish ? 'Omega watch' : '欧米茄手表',
      serialNumber: 'OM-88231',
      condition: isEnglish ? 'Crystal cracked, strap worn' : '表镜有裂，表带磨损',
      lines: [piece(isEnglish ? 'New crystal' : '换表镜', 260_00)],
    });
    await callFromPage(page, 'orders.setStatus', { orderId: watch, status: 'ready' });
    const { orderId: parcel } = await callFromPage(page, 'orders.save', {
      customerId: four,
      kind: 'delivery',
      lines: [piece(isEnglish ? 'Longjing tea, 250 g' : '龙井 250 克', 388_00)],
      deliverTo: isEnglish ? '12 Lakeside Road' : '湖滨路 12 号',
      promisedOn: '2026-11-24',
    });
    await callFromPage(page, 'orders.setStatus', {
      orderId: parcel,
      status: 'sent',
      carrier: isEnglish ? 'SF Express' : '顺丰',
      trackingNumber: 'SF1023344556677',
    });
    await goTo(page, '/orders');
    await expect(page.getByRole('table')).toBeVisible();
    await shoot('orders-list');
    await goTo(page, '/orders?view=ready');
    await expect(page.getByRole('table')).toBeVisible();
    await shoot('orders-ready');
    await goTo(page, `/orders/${dress}`);
    await expect(page.getByRole('table').first()).toBeVisible();
    await shoot('order');
    await goTo(page, `/orders/${parcel}`);
    await page.keyboard.press('g');
    await shoot('order-collect');
    await goTo(page, `/orders/new?customerId=${one}&kind=repair`);
    await shoot('order-new');
    await goTo(page, `/customers/${one}?tab=records&part=orders`);
    await expect(page.getByRole('table')).toBeVisible();
    await shoot('order-card');
  });
