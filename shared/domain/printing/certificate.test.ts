import { describe, expect, it } from 'vitest';
import { localDate } from '../../types/time.ts';
import { certificatePage } from './certificate.ts';

const certificate = {
  language: 'zh-CN',
  shopName: '小满咖啡',
  kind: 'advocate',
  title: '咖啡体验官',
  name: '王芳',
  number: 7,
  sinceOn: localDate('2026-11-21'),
} as const;

describe('a certificate (R094)', () => {
  it('tells the title, the name, the day and the number', () => {
    const { html, name } = certificatePage(certificate);
    for (const told of ['咖啡体验官', '王芳', '小满咖啡', '2026-11-21', '编号 0007']) expect(html).toContain(told);
    expect(name).toBe('咖啡体验官 王芳');
    expect(certificatePage({ ...certificate, language: 'en', kind: 'tester' }).html).toContain('No. 0007');
  });

  it('holds nothing that could run, whatever somebody is called', () => {
    const { html } = certificatePage({ ...certificate, name: '<script>alert(1)</script>', title: '"><img src=x>', shopName: '' });
    expect(html).not.toMatch(/<script|<img/);
  });
});
