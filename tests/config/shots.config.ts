import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** Pictures for people to look at; they prove nothing by themselves, so they are no part of the tests. */
export default defineConfig({ ...base, testMatch: '**/*.shots.ts', timeout: 600_000, reporter: [['list']] });
