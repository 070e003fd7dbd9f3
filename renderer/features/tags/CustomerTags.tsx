import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/contract.ts';
import { useShop } from '../../app/shop.tsx';
import { useUndo } from '../../app/useUndo.tsx';
import { dateWords } from '../../components/dateWords.ts';
import { client } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { TagBox, type BoxTag, type TagGroupId } from './TagBox.tsx';

type Card = OutputOf<'customers.findById'>;

/** The tags of a customer on the card: given and taken where they stand, each with its source and day (R010). */
export const CustomerTags = ({ card }: { readonly card: Pick<Card, 'id' | 'tags' | 'fields'> }) => {
  const { t } = useTranslation();
  const { today } = useShop();
  const { done } = useUndo();
  const tagCustomer = useCommand('tags.tagCustomer');
  const createTag = useCommand('tags.createTag');
  const customerId = card.id;
  const { name: customer } = card.fields;

  const give = async (
    tagId: BoxTag['tagId'],
    name: string,
    takeBack: () => Promise<unknown> = async () => null,
  ): Promise<void> => {
    const { before } = await tagCustomer.mutateAsync({ customerId, add: [{ tagId }] });
    done({
      label: t('tags.done.given', { name, customer }),
      undo: async () => {
        await client.tags.tagCustomer({ customerId, ...before });
        await takeBack();
      },
    });
  };
  const take = async ({ tagId, name }: BoxTag): Promise<void> => {
    const { before } = await tagCustomer.mutateAsync({ customerId, remove: [tagId] });
    done({
      label: t('tags.done.taken', { name, customer }),
      undo: () => client.tags.tagCustomer({ customerId, ...before }),
    });
  };
  const create = async (groupId: TagGroupId, name: string): Promise<void> => {
    const { tagId, changeId } = await createTag.mutateAsync({ groupId, name });
    await give(tagId, name, () => client.tags.undoChange({ changeId }));
  };

  return (
    <section>
      <Text component="h2" size="xs" c="dimmed" mb={4}>
        {t('tags.title')}
      </Text>
      <TagBox
        label={t('tags.box.label')}
        hideLabel
        tags={card.tags.map(({ source, taggedOn, ...tag }) => ({
          ...tag,
          told: t('tags.told', { source: t(`tags.source.${source}`), on: dateWords(t, taggedOn, today) }),
        }))}
        onAdd={({ tagId, name }) => void give(tagId, name)}
        onRemove={(tag) => void take(tag)}
        onCreate={(groupId, name) => void create(groupId, name)}
      />
    </section>
  );
};
