import { Button, Group, Text } from '@mantine/core';
import { useRef, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  MOST_NUMBERS,
  MOST_STROKES,
  SIGNATURE_HEIGHT,
  SIGNATURE_WIDTH,
  strokesPath,
  type Stroke,
} from '../../../shared/domain/signedForms/strokes.ts';
import classes from './Forms.module.css';

interface SignaturePadProps {
  readonly strokes: readonly Stroke[];
  readonly onChange: (strokes: readonly Stroke[]) => void;
  readonly error: string | undefined;
  /** What is told below the field; absent: also what to do where one cannot draw. */
  readonly hint?: string;
}

const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));

/** Where the pointer is on the field, in the field's own units. */
const pointOf = (event: PointerEvent<SVGSVGElement>): [number, number] => {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  return [
    within(((event.clientX - left) / width) * SIGNATURE_WIDTH, SIGNATURE_WIDTH),
    within(((event.clientY - top) / height) * SIGNATURE_HEIGHT, SIGNATURE_HEIGHT),
  ];
};

/** A field to sign on with a finger, a pen or the mouse (X27). Whoever has none of them types the name instead. */
export const SignaturePad = ({ strokes, onChange, error, hint }: SignaturePadProps) => {
  const { t } = useTranslation();
  const isDrawing = useRef(false);
  const add = (event: PointerEvent<SVGSVGElement>): void => {
    const last = strokes.at(-1);
    if (!isDrawing.current || last === undefined || last.length + 2 > MOST_NUMBERS) return;
    const [x, y] = pointOf(event);
    // Where it has not moved, nothing is added.
    if (last.at(-2) === x && last.at(-1) === y) return;
    onChange([...strokes.slice(0, -1), [...last, x, y]]);
  };
  const stop = (): void => {
    isDrawing.current = false;
  };
  return (
    <div>
      <svg
        className={classes['pad']}
        viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`}
        role="img"
        aria-label={t('signedForms.pad')}
        onPointerDown={(event) => {
          if (strokes.length >= MOST_STROKES) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          isDrawing.current = true;
          onChange([...strokes, pointOf(event)]);
        }}
        onPointerMove={add}
        onPointerUp={stop}
        onPointerCancel={stop}
      >
        <path className={classes['ink']} d={strokesPath(strokes)} />
      </svg>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c={error === undefined ? 'dimmed' : 'red'}>
          {error ?? hint ?? t('signedForms.padHint')}
        </Text>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          disabled={strokes.length === 0}
          onClick={() => {
            onChange([]);
          }}
        >
          {t('signedForms.clear')}
        </Button>
      </Group>
    </div>
  );
};

/** A signature as it was drawn. */
export const Signature = ({ strokes, label }: { readonly strokes: readonly Stroke[]; readonly label: string }) => (
  <svg className={classes['signature']} viewBox={`0 0 ${SIGNATURE_WIDTH} ${SIGNATURE_HEIGHT}`} role="img" aria-label={label}>
    <path className={classes['ink']} d={strokesPath(strokes)} />
  </svg>
);
