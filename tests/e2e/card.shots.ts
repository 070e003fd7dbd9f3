import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const today = '2026-11-21';

for (const language of shotLanguages) {
  test(`a card full of facts, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', today, '--lang', language, '--demo'] });
    await menuStands(page);
    const { staffId } = await callFromPage(page, 'staff.create', { name: '张丽' });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 1 });
    const customerId = rows[0]?.id ?? '';
    await callFromPage(page, 'customers.update', {
      customerId,
      changes: {
        gender: 'female',
        birthday: { calendar: 'lunar', year: 1990, month: 10, day: 16 },
        occupation: '会计',
        region: '城南',
        likes: '短发、冷色、喜欢下午联系',
        needs: '遮白发，不要太黄',
        painPoints: '染完掉色快',
        usageHabits: '三周染一次，自己在家护理',
        safetyNote: '酒精过敏',
        needType: 'service_first',
        preferredChannel: 'wechat',
        contactFromHour: 14,
        contactToHour: 18,
        consentOn: '2026-03-01',
        consentSource: '入会单',
      },
    });
    for (const method of [
      { type: 'wechat', value: 'wf_88', label: '' },
      { type: 'landline', value: '025-84331234', label: '公司' },
      { type: 'social', value: '小满不熬夜', label: '小红书' },
    ] as const)
      await callFromPage(page, 'customers.saveContactMethod', { customerId, ...method });
    const { contactMethods } = await callFromPage(page, 'customers.findById', { customerId });
    const [first, , third] = contactMethods;
    if (first) await callFromPage(page, 'customers.markContactMethod', { customerId, methodId: first.id, isVerified: true });
    if (third) await callFromPage(page, 'customers.markContactMethod', { customerId, methodId: third.id, isValid: false });
    await callFromPage(page, 'customers.saveFamilyMember', {
      customerId,
      name: '朵朵',
      relation: '女儿',
      birthDate: { calendar: 'lunar', year: 2025, month: 8, day: 2 },
    });
    await callFromPage(page, 'customers.saveFamilyMember', { customerId, name: '李强', relation: '先生' });
    await callFromPage(page, 'customers.saveImportantDate', {
      customerId,
      label: '结婚纪念日',
      kind: 'anniversary',
      date: { calendar: 'solar', year: 2015, month: 12, day: 2 },
      leadDays: 7,
    });
    await callFromPage(page, 'customers.saveImportantDate', {
      customerId,
      label: '交房',
      isYearly: false,
      date: { calendar: 'solar', year: 2027, month: 1, day: 8 },
    });
    await callFromPage(page, 'handovers.handOver', {
      customerId,
      toStaffId: staffId,
      note: '答应了下次染发八折，别再推荐黄色系。',
    });

    const shoot = camera(page, language, 100);
    await goTo(page, `/customers/${customerId}`);
    await shoot('card-full');
    await page
      .getByRole('button', { name: /看依据|show why/ })
      .nth(1)
      .click();
    await shoot('card-portrait-facts');
    await page.keyboard.press('Escape');
    await goTo(page, `/customers/${customerId}?tab=facts`);
    await shoot('card-full-facts');
    await page.getByRole('button', { name: /^(加一个|Add one)$/ }).click();
    await shoot('card-contact-form');
    await goTo(page, `/customers/${customerId}?tab=family`);
    await shoot('card-full-family');
    await page.getByRole('button', { name: /^(修改|Edit) 结婚纪念日$/ }).click({ force: true });
    await shoot('card-date-form');
    await goTo(page, '/today');
    await page.getByRole('button', { name: /^(顺手改资料|Correct the card)$/ }).click();
    await shoot('today-call-facts');
    await goTo(page, '/settings/staff');
    await shoot('settings-staff-handover');
    await page.getByRole('row', { name: /张丽/ }).getByRole('button').last().click();
    await shoot('handover-all');
  });
}

for (const language of shotLanguages) {
  test(`a card with far too much on it, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', today, '--lang', language, '--demo'] });
    await menuStands(page);
    const { staffId } = await callFromPage(page, 'staff.create', { name: '欧阳张丽娜' });
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'visits', limit: 2 });
    const customerId = rows[1]?.id ?? '';
    await callFromPage(page, 'customers.update', {
      customerId,
      changes: {
        name: '迪丽热巴·买买提艾力·阿卜杜拉（第二个门牌）',
        isVip: true,
        vipReason: '老街坊',
        region: '新疆维吾尔自治区伊犁哈萨克自治州伊宁县',
        safetyNote: '染发剂过敏（PPD），头皮敏感，只能用植物染；花生过敏，不要给花生糖',
        likes: '短发、冷色、喜欢下午联系、靠窗的位置、不要太吵',
        needs: '遮白发，不要太黄，三周能撑住',
        occupation: '小学语文老师',
      },
    });
    await callFromPage(page, 'tags.addPreset', { trade: 'beauty_and_hair' });
    const { rows: tags } = await callFromPage(page, 'tags.list', { limit: 60 });
    await callFromPage(page, 'tags.tagCustomer', { customerId, add: tags.slice(0, 50).map(({ id }) => ({ tagId: id })) });
    for (let index = 0; index < 11; index += 1)
      await callFromPage(page, 'customers.saveContactMethod', {
        customerId,
        type: 'mobile',
        value: `1380000${1000 + index}`,
        label: index === 3 ? '女儿学校的紧急联系电话' : '',
      });
    for (let index = 0; index < 7; index += 1)
      await callFromPage(page, 'customers.saveImportantDate', {
        customerId,
        label: `纪念日${index + 1}`,
        date: { calendar: 'solar', year: 2015, month: 11, day: 22 + index },
        leadDays: 14,
      });
    await callFromPage(page, 'handovers.handOver', {
      customerId,
      toStaffId: staffId,
      note: '答应了下次染发八折，别再推荐黄色系。她妈妈也常来，两个人的卡不要记混；上次投诉的事已经当面道过歉，别再提。',
    });
    const shoot = camera(page, language, 140);
    await goTo(page, `/customers/${customerId}`);
    await shoot('card-crowded');
    await goTo(page, `/customers/${customerId}?tab=facts`);
    await shoot('card-crowded-facts');
    await goTo(page, `/customers/${customerId}/edit`);
    await shoot('card-crowded-edit');
  });
}
