import { Button, ScrollArea, Table } from '@mantine/core';
import { IconPlus, type TablerIcon } from '@tabler/icons-react';
import { Fragment, useState, type ReactNode } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { WithSidePanel } from '../../components/SidePanel.tsx';
import { SettingsSections } from './SettingsSections.tsx';

interface DefinitionsPageProps<Definition> {
  readonly words: { readonly title: string; readonly text: string; readonly add: string; readonly panel: string };
  /** The heads of the columns; the first is the name, which opens the editor. */
  readonly heads: readonly string[];
  /** Undefined while it is read. */
  readonly definitions: readonly Definition[] | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  /** The cells after the name. */
  readonly cells: (definition: Definition) => readonly ReactNode[];
  /** The editor at the side; null is for a new one. */
  readonly editor: (definition: Definition | null, close: () => void) => ReactNode;
  readonly editorWidth: number;
  /** The way between the pages of its area; those of the settings when absent. */
  readonly sections?: ReactNode;
  /** What stands there while the shop has none. */
  readonly empty?: { readonly icon: TablerIcon; readonly title: string; readonly text: string };
}

/** A page of things the shop defines for itself: a list, and at its side the editor of the one that was chosen. */
export const DefinitionsPage = <Definition extends { readonly id: string; readonly name: string }>({
  words,
  heads,
  definitions,
  error,
  onRetry,
  cells,
  editor,
  editorWidth,
  empty,
  sections = <SettingsSections />,
}: DefinitionsPageProps<Definition>): ReactNode => {
  const [shown, setShown] = useState<string | null>(null);
  if (error !== null) return <ErrorNotice error={error} onRetry={onRetry} />;
  const close = (): void => {
    setShown(null);
  };
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.7} aria-hidden />}
      onClick={() => {
        setShown('new');
      }}
    >
      {words.add}
    </Button>
  );
  return (
    <WithSidePanel
      panel={
        shown === null ? null : (
          <Fragment key={shown}>{editor(definitions?.find(({ id }) => id === shown) ?? null, close)}</Fragment>
        )
      }
      panelLabel={words.panel}
      width={editorWidth}
    >
      {sections}
      <PageHeader title={words.title} text={words.text}>
        {add}
      </PageHeader>
      <ScrollArea flex={1} mih={0} type="auto" scrollbarSize={8}>
        {empty !== undefined && definitions?.length === 0 ? (
          <EmptyState {...empty}>{add}</EmptyState>
        ) : (
          <Table mx="md" w="auto" miw="30rem" mb="lg">
            <Table.Thead>
              <Table.Tr>
                {heads.map((head) => (
                  <Table.Th key={head}>{head}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {definitions?.map((definition) => (
                <Table.Tr key={definition.id}>
                  <Table.Td>
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      onClick={() => {
                        setShown(definition.id);
                      }}
                    >
                      {definition.name}
                    </Button>
                  </Table.Td>
                  {cells(definition).map((cell, index) => (
                    <Table.Td key={heads[index + 1]}>{cell}</Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </ScrollArea>
    </WithSidePanel>
  );
};
