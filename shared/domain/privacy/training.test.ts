import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../types/time.ts';
import { TRAINING_DAYS, TRAINING_VERSION, isTrainingDue, trainingPoints } from './training.ts';

const today = localDate('2026-11-21');

describe('the training on information security (R193)', () => {
  it('is due when never read, when the wording changed, and after a year to the day', () => {
    expect(isTrainingDue(null, today)).toBe(true);
    expect(isTrainingDue({ version: TRAINING_VERSION, on: today }, today)).toBe(false);
    expect(isTrainingDue({ version: TRAINING_VERSION - 1, on: today }, today)).toBe(true);
    expect(isTrainingDue({ version: TRAINING_VERSION, on: addDays(today, 1 - TRAINING_DAYS) }, today)).toBe(false);
    expect(isTrainingDue({ version: TRAINING_VERSION, on: addDays(today, -TRAINING_DAYS) }, today)).toBe(true);
  });

  it('says every point in both languages, in words of its own', () => {
    const texts = trainingPoints.flatMap((point) => Object.values(point));
    expect(new Set(texts).size).toBe(2 * trainingPoints.length);
    for (const point of trainingPoints) expect(point['zh-CN']).toMatch(/\p{Script=Han}.*。$/u);
  });
});
