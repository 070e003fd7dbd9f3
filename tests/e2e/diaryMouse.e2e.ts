import type { Locator, Page } from '@playwright/test';
import { callFromPage } from './support/bridge.ts';
import { expect, test } from './support/test.ts';
import { goTo, menuStands } from './support/window.ts';

const args = ['--today', '2026-11-21'];
const grid = (page: Page) => page.getByRole('listbox', { name: '日程' });
const booking = (page: Page, name: RegExp) => grid(page).getByRole('option', { name });
const clash = (page: Page) => page.getByRole('alert', { name: /约不了|撞了/ });
const ghost = (page: Page) => grid(page).locator('[data-ghost]');

interface Point {
  readonly x: number;
  readonly y: number;
}
const middleOf = async (target: Locator): Promise<Point> => {
  const box = await target.boundingBox();
  if (box === null) throw new Error('nothing to see');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** A hand at the mouse: takes hold of a booking of an hour, and moves it by so many minutes, in small steps as a hand does. */
const handAt = (page: Page) => {
  let at: Point = { x: 0, y: 0 };
  let perMinute = 0;
  const moveTo = async (to: Point): Promise<void> => {
    at = to;
    await page.mouse.move(at.x, at.y, { steps: 8 });
  };
  return {
    take: async (what: Locator): Promise<void> => {
      perMinute = ((await what.boundingBox())?.height ?? 0) / 60;
      await moveTo(await middleOf(what));
      await page.mouse.down();
    },
    move: async (minutes: number, column?: string): Promise<void> => {
      const x = column === undefined ? at.x : (await middleOf(grid(page).getByRole('group', { name: column }))).x;
      await moveTo({ x, y: at.y + perMinute * minutes });
    },
    putDown: async (): Promise<void> => {
      await page.mouse.up();
    },
  };
};

test('the mouse moves a booking in time and to another column, is told of what is in the way while it drags, and puts nothing down on a taken chair (R049, X34)', async ({
  open,
}) => {
  const { page } = await open({ args });
  await menuStands(page);
  const { staffId } = await callFromPage(page, 'staff.create', { name: '张丽' });
  const { staffId: otherId } = await callFromPage(page, 'staff.create', { name: '小陈' });
  const { resourceId } = await callFromPage(page, 'appointments.saveResource', { name: '1 号椅', kind: 'chair' });
  const slot = { on: '2026-11-21', lengthMinutes: 60 } as const;
  const { appointmentIds } = await callFromPage(page, 'appointments.book', {
    ...slot,
    startMinute: 600,
    name: '王芳',
    staffId,
    resourceId,
  });
  await callFromPage(page, 'appointments.book', { ...slot, startMinute: 720, name: '李强', staffId: otherId, resourceId });
  const wang = async () => {
    const { appointment } = await callFromPage(page, 'appointments.findById', { appointmentId: appointmentIds[0] ?? '' });
    return { startMinute: appointment.startMinute, lengthMinutes: appointment.lengthMinutes, staffName: appointment.staffName };
  };
  await goTo(page, '/appointments');
  await expect(grid(page)).toBeFocused();

  // Another time and another column in one go, and back by one key.
  const hand = handAt(page);
  await hand.take(booking(page, /10:00–11:00 王芳/));
  await hand.move(-60, '小陈');
  await expect(ghost(page)).toBeVisible();
  await hand.putDown();
  await expect(booking(page, /09:00–10:00 王芳 小陈 1 号椅/)).toBeVisible();
  await expect(ghost(page)).toHaveCount(0);
  expect(await wang()).toEqual({ startMinute: 540, lengthMinutes: 60, staffName: '小陈' });
  await page.keyboard.press('Control+z');
  await expect(booking(page, /10:00–11:00 王芳 张丽 1 号椅/)).toBeVisible();

  // Over the other one's chair: said while the button is down, gone again beside it, and put down nowhere.
  await hand.take(booking(page, /10:00–11:00 王芳/));
  await hand.move(120);
  await expect(clash(page)).toContainText('1 号椅已经约给李强');
  await hand.move(-60);
  await expect(clash(page)).toBeHidden();
  await hand.move(45);
  await expect(clash(page)).toContainText('1 号椅已经约给李强');
  await hand.putDown();
  await expect(clash(page)).toContainText('这样约不了');
  expect(await wang()).toEqual({ startMinute: 600, lengthMinutes: 60, staffName: '张丽' });
  await page.keyboard.press('Escape');
  await expect(ghost(page)).toHaveCount(0);
  await expect(clash(page)).toHaveCount(0);
  await expect(booking(page, /10:00–11:00 王芳 张丽 1 号椅/)).toBeVisible();
});
