import { Group, NumberInput, Text } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';

interface SentenceFieldProps {
  /** The sentence with `[]` where the value stands: "超过 [] 个月没有消费，算沉睡". */
  readonly sentence: string;
  readonly min: number;
  readonly max: number;
  readonly input: GetInputPropsReturnType;
}

/** A setting as a plain sentence with its value in it. */
export const SentenceField = ({ sentence, min, max, input }: SentenceFieldProps) => {
  const [before = '', after = ''] = sentence.split('[]');
  return (
    <Group gap="xs" wrap="nowrap" align="baseline">
      {before !== '' && <Text size="sm">{before}</Text>}
      <NumberInput
        {...input}
        size="xs"
        w={max > 99_999 ? '7rem' : '4.5rem'}
        flex="none"
        min={min}
        max={max}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        hideControls
        aria-label={sentence.replace('[]', '…')}
        styles={{ input: { textAlign: 'right' } }}
      />
      <Text size="sm">{after}</Text>
    </Group>
  );
};
