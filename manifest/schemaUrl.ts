/** The newest schema that @microsoft/app-manifest knows; a test says so when there is a newer one. */
export const schemaVersion = '1.30';

/** @returns the address by which a file of the package names its schema; the library has both without a network. */
export function schemaUrl(name: 'MicrosoftTeams' | 'MicrosoftTeams.Localization'): string {
  return `https://developer.microsoft.com/en-us/json-schemas/teams/v${schemaVersion}/${name}.schema.json`;
}
