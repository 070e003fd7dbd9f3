import { randomUUID } from 'node:crypto';
import { backupsContract } from '../../shared/contract/backups.ts';
import type { HandlerInput, OutputOf } from '../../shared/contract.ts';
import { unwrap } from '../../shared/errors.ts';
import { findVolumes, folderState, roomOf } from '../files/volumes.ts';
import type { Volume } from '../files/volumes.ts';
import type { Session } from './session.ts';
import type { StoreHost } from './storeHost.ts';
import type { PathTokens } from './tokens.ts';

// Where a backup can go: known folders and the sticks that are plugged in. The page sees names and tokens.

type Targets = OutputOf<'backups.targets'>;
type Place = OutputOf<'backups.places'>[number];

export interface PlaceParts {
  readonly host: () => StoreHost;
  readonly tokens: PathTokens;
  /** For tests: what is plugged in. */
  readonly volumes?: () => Promise<readonly Volume[]>;
}

/** Known places that were not used for long fall off the end. */
const MOST_PLACES = 8;

const liesOn = (folder: string, volume: Volume): boolean =>
  folder === volume.folder ||
  folder.startsWith(volume.folder.replace(/([^\\/])$/, '$1/')) ||
  folder.startsWith(`${volume.folder}\\`);

export const backupPlaces = ({ host, tokens, volumes = findVolumes }: PlaceParts) => {
  // The page asks every few seconds: one folder keeps one token.
  const known = new Map<string, Targets[number]['token']>();
  const tokenOf = (folder: string): Targets[number]['token'] => {
    const token = known.get(folder) ?? tokens.issue(folder).token;
    known.set(folder, token);
    return token;
  };
  const askStore = async (session: Session): Promise<Place[]> =>
    backupsContract.places.output.parse(unwrap(await host().askStore({ name: 'backups.places', input: {}, session, paths: {} })));

  const target = async (folder: string, place: Place | undefined, volume: Volume | undefined): Promise<Targets[number]> => {
    const { isHere, isReadonly } = await folderState(folder);
    const room = isHere ? await roomOf(folder) : null;
    return {
      token: tokenOf(folder),
      placeId: place?.placeId ?? null,
      name: volume?.name ?? place?.name ?? folder,
      isUsual: place?.isUsual ?? false,
      kind: volume ? 'stick' : 'folder',
      isHere,
      isReadonly: isReadonly || volume?.isReadonly === true,
      freeBytes: room?.freeBytes ?? null,
      totalBytes: room?.totalBytes ?? null,
    };
  };

  const targets = async (session: Session): Promise<Targets> => {
    const [places, plugged] = [await askStore(session), await volumes()];
    const onSticks = await Promise.all(
      plugged.map((volume) => {
        const place = places.find(({ folder }) => liesOn(folder, volume));
        return target(place?.folder ?? volume.folder, place, volume);
      }),
    );
    const elsewhere = places.filter(({ folder }) => !plugged.some((volume) => liesOn(folder, volume)));
    const folders = await Promise.all(elsewhere.slice(0, MOST_PLACES).map((place) => target(place.folder, place, undefined)));
    return [...onSticks, ...folders];
  };

  /** Makes the backup that is due by itself, where the usual place is here. Errors: those of `backups.create`. */
  const runUsual = async (
    { occasion, jobId }: HandlerInput<'backups.runUsual'>,
    session: Session,
  ): Promise<OutputOf<'backups.runUsual'>> => {
    const place = (await askStore(session)).find(({ isUsual }) => isUsual);
    if (!place) return { outcome: 'no_place', made: null };
    const due = backupsContract.due.output.parse(
      unwrap(await host().askEngine({ name: 'backups.due', input: { occasion }, session, paths: {} }, null)),
    );
    if (!due.isDue) return { outcome: 'not_due', made: null };
    const { isHere, isReadonly } = await folderState(place.folder);
    if (!isHere || isReadonly) return { outcome: 'away', made: null };
    const input = { folder: tokenOf(place.folder), occasion };
    const request = { name: 'backups.create', input, session, paths: tokens.resolve(input) };
    const made = unwrap(await host().askEngine(request, jobId ?? randomUUID()));
    return { outcome: 'made', made: backupsContract.create.output.parse(made) };
  };
  return { targets, runUsual };
};
