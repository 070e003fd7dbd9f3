import { Box, Flex, ScrollArea } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SidePanel.module.css';

interface WithSidePanelProps {
  /** The list or work column. */
  readonly children: ReactNode;
  /** What is read or decided beside it; null leaves the whole width to the column. */
  readonly panel: ReactNode;
  /** The panel's accessible name. */
  readonly panelLabel: string;
  /** Stays at the panel's foot while the rest scrolls. */
  readonly foot?: ReactNode;
  /** Width of the panel in pixels at 100 %; default 430. */
  readonly width?: number;
}

/** At 1366 pixels the panel has its full width; zoomed in, it gives way together with the column, down to three quarters. */
const panelWidth = (width: number): string => `clamp(${(width * 0.75) / 16}rem, ${(width / 1198) * 100}%, ${width / 16}rem)`;

/** A page of a work column and one reading panel at its right; each scrolls on its own. */
export const WithSidePanel = ({ children, panel, panelLabel, foot, width = 430 }: WithSidePanelProps) => (
  <Flex h="100%">
    <Flex direction="column" flex={1} miw={0} h="100%">
      {children}
    </Flex>
    {panel !== null && (
      <Flex
        component="aside"
        direction="column"
        w={panelWidth(width)}
        flex="none"
        h="100%"
        className={classes['panel']}
        aria-label={panelLabel}
      >
        <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
          <Box px="lg" py="md">
            {panel}
          </Box>
        </ScrollArea>
        {foot !== undefined && (
          <Box px="lg" pb="lg" pt="sm">
            {foot}
          </Box>
        )}
      </Flex>
    )}
  </Flex>
);
