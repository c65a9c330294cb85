import { type AppManifest, AppManifestUtils } from '@microsoft/app-manifest';

type Schema = Awaited<ReturnType<typeof AppManifestUtils.fetchSchema>>;

/**
 * Two patterns of the localization schema (of activities, which Usher has none of) leave a `]` bare. That is no regular
 * expression in Unicode mode, the only one that the library knows, and it would refuse the whole schema for it.
 */
function withWholePatterns(schema: Schema): Schema {
  const patterns = Object.entries(schema.patternProperties ?? {});
  return Object.assign({}, schema, {
    patternProperties: Object.fromEntries(patterns.map(([key, rule]) => [key.replaceAll('\\b]', '\\b\\]'), rule])),
  });
}

/**
 * @param file a manifest, or a localization file, that names its schema.
 * @returns what the schema has against it, one sentence per problem; nothing when it is valid.
 */
export async function schemaProblems(file: { readonly $schema: string }): Promise<string[]> {
  const schema = withWholePatterns(await AppManifestUtils.fetchSchema(file.$schema));
  // The library's types know manifests only; its validation takes whatever it is given the schema of.
  return AppManifestUtils.validateAgainstSchema(file as unknown as AppManifest, schema);
}
