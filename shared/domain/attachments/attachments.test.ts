import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exif, jpegOf, pdfOf, pngOf, webpOf } from '../../../tests/helpers/pictures.ts';
import { imageStructureOf } from './imageStructure.ts';
import { FILE_BYTES, PART_BYTES, fitWithin, partsOf } from './limits.ts';
import { fileNameFor, isNamedFor, mediaTypeOf, mediaTypes } from './mediaType.ts';
import { sourceProblem, storedProblem, thumbnailProblem } from './problems.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('a file is what its bytes say (X25)', () => {
  it('whatever its name', () => {
    expect(mediaTypeOf(jpegOf())).toBe('image/jpeg');
    expect(mediaTypeOf(pngOf(1, 1))).toBe('image/png');
    expect(mediaTypeOf(webpOf(1, 1))).toBe('image/webp');
    expect(mediaTypeOf(pdfOf())).toBe('application/pdf');
    expect(mediaTypeOf(new TextEncoder().encode('过敏史：无\n'))).toBe('text/plain');
  });

  it('and programs, broken text, and nothing at all are not kept', () => {
    for (const content of ['MZ\u0090\0\u0003', '\u007fELF\u0002', '', 'a\0b', '\u00c3', '\u00e4\u00bd', '\u00ff\u00fe'])
      expect(mediaTypeOf(latin(content))).toBeNull();
  });

  it('a name that says otherwise is refused, a photo may go by any photo\u2019s ending', () => {
    expect(sourceProblem('合同.pdf', pdfOf())).toBeNull();
    expect(sourceProblem('合同.jpg', pdfOf())).toBe('attachment_type');
    expect(sourceProblem('照片.pdf', jpegOf())).toBe('attachment_type');
    expect(sourceProblem('照片.PNG', jpegOf())).toBeNull();
    expect(sourceProblem('setup.jpg', latin('MZ\u0090'))).toBe('attachment_type');
    expect(isNamedFor('无名', 'image/jpeg')).toBe(false);
  });

  it('a name is made safe to save under, and ends as the content is', () => {
    expect(fileNameFor('../../etc/passwd.png', 'image/jpeg')).toBe('passwd.jpg');
    expect(fileNameFor('C:\\Users\\x\\合同?.pdf', 'application/pdf')).toBe('合同.pdf');
    expect(fileNameFor('gpj.\u202Eexe.pdf', 'application/pdf')).toBe('gpj.exe.pdf');
    expect(fileNameFor('...', 'image/jpeg')).toBe('photo.jpg');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...mediaTypes), (name, type) => {
        const safe = fileNameFor(name, type);
        expect(safe).toMatch(/^[^\p{Cc}<>:"/\\|?*. ][^\p{Cc}<>:"/\\|?*]*\.[a-z]+$/u);
        expect(isNamedFor(safe, type)).toBe(true);
        expect(fileNameFor(safe, type)).toBe(safe);
      }),
    );
  });
});

describe('a picture is judged before it is unfolded (X25)', () => {
  it('by its size, its end, and what it carries', () => {
    const bare = { width: 800, height: 600, isWhole: true, hasMetadata: false };
    expect(imageStructureOf(jpegOf())).toEqual(bare);
    expect(imageStructureOf(jpegOf({ extra: exif }))).toEqual({ ...bare, hasMetadata: true });
    expect(imageStructureOf(jpegOf().subarray(0, 300))).toEqual({ ...bare, isWhole: false });
    expect(imageStructureOf(webpOf(1600, 1200))).toEqual({ ...bare, width: 1600, height: 1200 });
    expect(imageStructureOf(pngOf(30_000, 30_000))).toMatchObject({ width: 30_000, height: 30_000 });
    expect(imageStructureOf(pdfOf())).toBeNull();
  });

  it('a bomb, a torn one and one that is none are refused by name', () => {
    expect(sourceProblem('a.png', pngOf(30_000, 30_000))).toBe('attachment_dimensions');
    expect(sourceProblem('a.jpg', jpegOf().subarray(0, 300))).toBe('attachment_damaged');
    expect(sourceProblem('a.jpg', Uint8Array.from([0xff, 0xd8, 0xff]))).toBe('attachment_damaged');
    expect(sourceProblem('a.pdf', pdfOf(1, FILE_BYTES + 1))).toBe('attachment_too_large');
  });

  it('a stored photo is small and carries no place', () => {
    expect(storedProblem('a.jpg', jpegOf())).toBeNull();
    expect(storedProblem('a.jpg', jpegOf({ extra: exif }))).toBe('attachment_damaged');
    expect(storedProblem('a.jpg', jpegOf({ width: 1601 }))).toBe('attachment_dimensions');
    expect(thumbnailProblem(jpegOf({ width: 240, height: 180 }))).toBeNull();
    expect(thumbnailProblem(jpegOf())).toBe('attachment_dimensions');
    expect(thumbnailProblem(pdfOf())).toBe('attachment_damaged');
  });

  it('any bytes whatever get an answer, in one walk over them', () => {
    const starts = [jpegOf(), pngOf(9, 9), webpOf(9, 9), latin('GIF89a'), pdfOf(), latin('PK\u0003\u0004')];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.nat(60),
        fc.uint8Array({ maxLength: 400 }),
        fc.string(),
        (start, keep, rest, name) => {
          const bytes = Uint8Array.from([...start.subarray(0, keep), ...rest]);
          expect([null, 'attachment_type', 'attachment_damaged', 'attachment_dimensions']).toContain(
            sourceProblem(`${name}.jpg`, bytes),
          );
          expect(storedProblem('a.jpg', bytes)).not.toBe('attachment_too_large');
        },
      ),
      { numRuns: 2000, seed: 20_261_121 },
    );
  });
});

it('a photo is fitted within a square, keeps its proportions, and is never enlarged', () => {
  expect(fitWithin(4000, 3000, 1600)).toEqual({ width: 1600, height: 1200 });
  expect(fitWithin(100, 50, 1600)).toEqual({ width: 100, height: 50 });
  expect(fitWithin(100_000, 1, 240)).toEqual({ width: 240, height: 1 });
});

it('parts join to the whole', () => {
  expect([0, 1, PART_BYTES, PART_BYTES + 1].map(partsOf)).toEqual([1, 1, 1, 2]);
  expect(PART_BYTES % 3).toBe(0);
});
