import { Text } from '@mantine/core';

const FIGURE = /((?:[¥$€£]|[A-Z]{2}\$)\s?[\d,]+(?:\.\d+)?|\d+\s?(?:天|次|个月|岁|days?|visits?|months?)(?![a-z]))/;

/** A sentence whose figures with their units stand out: "平时 **21 天**来一次". */
export const FigureText = ({ text }: { readonly text: string }) =>
  // Splitting by one capturing group leaves the figures at the odd places.
  text.split(FIGURE).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <Text key={`${index} ${part}`} span inherit fw={700}>
        {part}
      </Text>
    ),
  );
