import { parseArgs } from 'node:util';
import * as z from 'zod';
import { hostName } from './hostName.ts';

const appIdHint =
  'give the GUID that the bot is registered under, its Application ID (example: 12345678-90ab-4cde-8f01-234567890abc)';

const helpdeskHint =
  'give the Application ID of the registration by which the helpdesk signs in (USHER_HELPDESK_CLIENT_ID)';

const guid = (hint: string) =>
  z
    .guid({ error: hint, abort: true })
    .refine((id) => !/^[0-]+$/.test(id), hint)
    .toLowerCase();

const flagsSchema = z.object({
  'app-id': guid(appIdHint),
  domain: hostName,
  out: z
    .string()
    .regex(/[^/\\]\.zip$/i, 'give a file whose name ends in .zip: Teams takes no other')
    .default('usher.zip'),
  'helpdesk-client-id': guid(helpdeskHint).optional(),
});

const whatIsMissing: Record<string, string> = {
  'app-id': `--app-id is missing: ${appIdHint}`,
  domain: '--domain is missing: give the host at which the service is reached (example: usher.contoso.com)',
};

/** What the command line asks for, or one sentence for each thing that is wrong with it. */
export type ReadFlags =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'build';
      readonly appId: string;
      readonly domain: string;
      readonly out: string;
      readonly helpdeskClientId?: string;
    }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

const takesValue = (arg: string): boolean => arg.startsWith('--') && Object.hasOwn(flagsSchema.shape, arg.slice(2));

/** Reads the flags behind `npm run manifest --`. Node's own strict reading stops at the first mistake; this tells all. */
export function readFlags(args: readonly string[]): ReadFlags {
  const { tokens } = parseArgs({
    // A flag whose value was forgotten would swallow the flag behind it, and that one would be told missing too.
    args: args.map((arg, index) => (takesValue(arg) && args[index + 1]?.startsWith('-') ? `${arg}=` : arg)),
    options: {
      'app-id': { type: 'string' },
      domain: { type: 'string' },
      out: { type: 'string' },
      'helpdesk-client-id': { type: 'string' },
      help: { type: 'boolean' },
    },
    strict: false,
    tokens: true,
  });
  const problems: string[] = [];
  const given = new Map<string, string>();
  const broken = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') {
      problems.push(`${JSON.stringify(token.value)} belongs to no flag: write --app-id or --domain or --out before it`);
    }
    if (token.kind !== 'option') continue;
    if (token.name === 'help') return { kind: 'help' };
    if (!Object.hasOwn(flagsSchema.shape, token.name)) {
      problems.push(
        `${JSON.stringify(token.rawName)} is unknown: the flags are --app-id, --domain, --out, --helpdesk-client-id and --help`,
      );
    } else if (!token.value) {
      broken.add(token.name);
      problems.push(`${token.rawName} has no value: write it behind the flag`);
    } else if (given.has(token.name)) {
      problems.push(`${token.rawName} is given twice: leave one out`);
    } else {
      given.set(token.name, token.value);
    }
  }

  const read = flagsSchema.safeParse(Object.fromEntries(given));
  for (const issue of read.error?.issues ?? []) {
    const name = String(issue.path[0]);
    const value = given.get(name);
    if (value !== undefined) problems.push(`--${name} ${JSON.stringify(value)} is wrong: ${issue.message}`);
    else if (!broken.has(name)) problems.push(whatIsMissing[name] ?? issue.message);
  }
  if (!read.success || problems.length > 0) return { kind: 'wrong', problems };
  const helpdeskClientId = read.data['helpdesk-client-id'];
  return {
    kind: 'build',
    appId: read.data['app-id'],
    domain: read.data.domain,
    out: read.data.out,
    ...(helpdeskClientId !== undefined && { helpdeskClientId }),
  };
}
