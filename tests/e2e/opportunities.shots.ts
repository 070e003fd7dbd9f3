import { callFromPage } from './support/bridge.ts';
import { camera, shotLanguages } from './support/camera.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

for (const language of shotLanguages)
  test(`opportunities, ${language}`, async ({ open }) => {
    const { page } = await open({ args: ['--today', '2026-11-21', '--lang', language, '--demo'] });
    await menuStands(page);
    const isEnglish = language === 'en';
    const words = (chinese: string, english: string): string => (isEnglish ? english : chinese);
    const shoot = camera(page, language, 440);
    await goTo(page, '/opportunities');
    await shoot('opportunities-empty');
    const { rows } = await callFromPage(page, 'customers.list', { sort: 'spend', limit: 8 });
    const { staff } = await callFromPage(page, 'staff.list', {});
    const { stages } = await callFromPage(page, 'opportunities.stages', {});
    const add = async (index: number, stage: number, title: string, amountCents: number | null, more: object = {}) =>
      callFromPage(page, 'opportunities.save', {
        customerId: rows[index]?.id ?? '',
        stageId: stages[stage]?.id ?? null,
        title,
        amountCents,
        ...more,
      });
    const call = words('打电话', 'Call');
    const { opportunityId } = await add(0, 2, words('婚礼跟妆', 'Wedding make-up'), 3_800_00, {
      nextStep: words('约试妆', 'Arrange a trial'),
      nextStepOn: '2026-11-18',
      staffId: staff[0]?.id ?? null,
      note: words('五月二号，伴娘三位', 'May the second, three bridesmaids'),
      openedOn: '2026-11-09',
    });
    await add(1, 0, words('年卡', 'Year card'), 1_980_00, { nextStep: call, nextStepOn: '2026-11-21' });
    await add(2, 0, words('公司团购护理 20 份', 'Twenty treatments for a company'), null);
    await add(3, 1, words('烫染套餐', 'Perm and colour'), 880_00, { nextStep: call, nextStepOn: '2026-11-26' });
    await add(4, 3, words('次卡 20 次', 'Card of twenty'), 2_400_00, { staffId: staff[1]?.id ?? null });
    const lost = await add(5, 1, words('接发', 'Extensions'), 1_500_00);
    await callFromPage(page, 'opportunities.lose', {
      opportunityId: lost.opportunityId,
      reason: 'other_shop',
      words: words('对面做活动', 'an offer across the street'),
    });
    await goTo(page, '/today');
    await goTo(page, '/opportunities');
    await expect(page.getByRole('list').first()).toBeVisible();
    await shoot('opportunities-board');
    await goTo(page, `/opportunities?opportunityId=${opportunityId}`);
    await expect(page.getByRole('complementary')).toContainText(words('进展', 'History'));
    await shoot('opportunities-one');
    await page
      .getByRole('complementary')
      .getByRole('button', { name: words('未成', 'Lost') })
      .press('Enter');
    await shoot('opportunities-lost-form');
    await goTo(page, '/opportunities?view=open');
    await shoot('opportunities-list');
    await goTo(page, '/opportunities?view=lost');
    await shoot('opportunities-lost');
    await goTo(page, `/opportunities?customerId=${rows[6]?.id ?? ''}`);
    await shoot('opportunities-new');
    await goTo(page, `/customers/${rows[0]?.id ?? ''}?tab=records&part=opportunities`);
    await shoot('opportunities-card');
    await goTo(page, `/customers/${rows[0]?.id ?? ''}`);
    await shoot('opportunities-timeline');
    await goTo(page, '/settings/stages');
    await page.getByRole('button', { name: stages[1]?.name ?? '' }).press('Enter');
    await shoot('opportunities-stages');
  });
