import { Popover, Stack, Table, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useShop } from '../../../app/shop.tsx';
import { dateWords } from '../../../components/dateWords.ts';
import type { Card } from '../form/customerValues.ts';
import classes from './Portrait.module.css';
import { usePortraitWords, type Sentence } from './usePortraitWords.ts';

/** The person in two or three sentences; a press on one shows the facts that it was made from (R013). */
export const Portrait = ({ card }: { readonly card: Card }) => (
  <Stack gap={2}>
    {card.portrait.map((sentence) => (
      <SentenceLine key={sentence.topic} sentence={sentence} />
    ))}
  </Stack>
);

const SentenceLine = ({ sentence }: { readonly sentence: Sentence }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { sentenceWords, factLabel, factValue } = usePortraitWords();
  const facts = sentence.parts.flatMap((part) => part.facts);
  return (
    <Popover width={360} position="bottom-start" shadow="md" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes['sentence']}>
          {sentenceWords(sentence)}
          <VisuallyHidden> {t('card.portrait.why')}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <Text size="xs" c="dimmed" mb={4} tabIndex={-1} data-autofocus>
          {t('card.portrait.facts')}
        </Text>
        <Table fz="sm" verticalSpacing={3} horizontalSpacing={4} withRowBorders={false}>
          <Table.Tbody>
            {facts.map((fact, index) => (
              <Table.Tr key={`${fact.field} ${index}`}>
                <Table.Td c="dimmed" w="6.5rem">
                  {factLabel(fact)}
                </Table.Td>
                <Table.Td>{factValue(fact)}</Table.Td>
                <Table.Td ta="end" c="dimmed" fz="xs" title={fact.on ?? undefined}>
                  {fact.on === null ? '' : dateWords(t, fact.on, today)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Popover.Dropdown>
    </Popover>
  );
};
