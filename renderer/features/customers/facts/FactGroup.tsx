import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../form/customerValues.ts';
import type { FieldName } from '../form/fields.ts';
import { FactEditor, FactRow } from './FactRow.tsx';
import { useFactText } from './useFactText.ts';

interface FactGroupProps {
  readonly card: Card;
  readonly title: string;
  readonly fields: readonly FieldName[];
  /** The fact whose editor is open from the start, when it is one of these. */
  readonly edit?: FieldName | null;
}

/** The facts of one kind: known ones a line each, those that nobody knows yet as small buttons below, so that the page stays short. */
export const FactGroup = ({ card, title, fields, edit = null }: FactGroupProps) => {
  const { t } = useTranslation();
  const factText = useFactText(card);
  const [adding, setAdding] = useState<FieldName | null>(edit !== null && fields.includes(edit) ? edit : null);
  const section = useRef<HTMLElement>(null);
  /** The fact whose editor was just closed: its button, or by now its line, takes the keyboard back. */
  const [left, setLeft] = useState<FieldName | null>(null);
  useEffect(() => {
    if (left === null || adding !== null) return;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    section.current?.querySelector<HTMLElement>(`[data-fact="${left}"]`)?.focus();
  }, [left, adding, card]);
  const unknown = fields.filter((field) => factText(field) === null);
  // The one being typed stands above already.
  const offered = unknown.filter((field) => field !== adding);
  return (
    <section ref={section}>
      <Text component="h2" size="xs" c="dimmed" mb={4}>
        {title}
      </Text>
      {fields.map((field) => {
        if (field === adding)
          return (
            <FactEditor
              key={field}
              card={card}
              field={field}
              label={t(`customers.fields.${field}`)}
              onClose={() => {
                setAdding(null);
                setLeft(field);
              }}
            />
          );
        return unknown.includes(field) ? null : <FactRow key={field} card={card} field={field} />;
      })}
      {offered.length > 0 && (
        <Group gap={4} mt={4} ml={-4}>
          {offered.map((field) => (
            <Button
              key={field}
              data-fact={field}
              variant="subtle"
              color="gray"
              size="compact-xs"
              fw={400}
              leftSection={<IconPlus size={12} stroke={1.7} aria-hidden />}
              onClick={() => {
                setLeft(null);
                setAdding(field);
              }}
            >
              {t(`customers.fields.${field}`)}
              <VisuallyHidden>{t('customers.facts.add')}</VisuallyHidden>
            </Button>
          ))}
        </Group>
      )}
    </section>
  );
};
