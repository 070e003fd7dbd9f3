import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** The fuses of the package, as electron-builder.yml sets them: names of @electron/fuses, on or off. */
const wanted: ReadonlyMap<FuseV1Options, boolean> = new Map([
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
]);

/** Reads the fuses of an executable and names those that are not as wanted; empty means all is well. */
export async function wrongFuses(executable: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(executable);
  const wrong = [...wanted].filter(([fuse, isOn]) => wire[fuse] !== (isOn ? FuseState.ENABLE : FuseState.DISABLE));
  return wrong.map(([fuse, isOn]) => `${FuseV1Options[fuse]} should be ${isOn ? 'on' : 'off'}`);
}
