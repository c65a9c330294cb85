const usage = `usher <command>

  audit verify   checks that nothing in the audit log was changed or taken away
    --head N:HASH        it must still have this entry, as an earlier check told it
  understand     reads sentences, one a line, on standard input and prints what Usher makes of each, as JSON
    --decision           the lines answer a request for access: approve, deny or unclear
    --invitation-answer  the lines answer an invitation: accept, decline, expired, notMe, thanks, forPerson or
                         unclear
  helpdesk-link  prints a link that signs in to the helpdesk's console, in local mode
    --role read|act      to look only (the default), or also to step in
  load FILE      loads agreements from a JSON file; the administrators' first invitations go out by themselves
  settings       prints the table of settings
  help           prints this
`;

/** What the flags of `understand` say that its lines are. */
const linesAre: Record<string, 'decision' | 'invitationAnswer'> = {
  '--decision': 'decision',
  '--invitation-answer': 'invitationAnswer',
};

// Each command loads only what it needs: understanding a line must not wait for a database driver.
const commands: Record<string, (operands: string[]) => Promise<number>> = {
  understand: async ([flag]) => {
    const as = flag === undefined ? 'request' : Object.hasOwn(linesAre, flag) ? linesAre[flag] : undefined;
    if (as === undefined) return wrongOperands('understand');
    const { understandLines } = await import('./commandLine/understand.ts');
    await understandLines(process.stdin, process.stdout, as);
    return 0;
  },
  audit: async ([what, flag, head]) => {
    if (what !== 'verify' || (flag !== undefined && flag !== '--head') || (flag !== undefined && head === undefined)) {
      return wrongOperands('audit');
    }
    const { verifyAuditLog } = await import('./commandLine/audit.ts');
    return verifyAuditLog(head, process.env, process);
  },
  'helpdesk-link': async ([flag = '--role', role = 'read']) => {
    if (flag !== '--role' || (role !== 'read' && role !== 'act')) {
      return wrongOperands('helpdesk-link');
    }
    const { printHelpdeskLink } = await import('./commandLine/helpdeskLink.ts');
    return printHelpdeskLink(role, process.env, process);
  },
  load: async ([file = '-']) => {
    if (file.startsWith('-')) return wrongOperands('load');
    const { loadAgreements } = await import('./commandLine/load.ts');
    return loadAgreements(file, process.env, process);
  },
  settings: async () => {
    const { printSettings } = await import('./commandLine/settings.ts');
    return printSettings(process.stdout);
  },
  help: async () => {
    process.stdout.write(usage);
    return 0;
  },
};
/** What a command takes, where it takes anything, and how many operands that are at most. */
const operandsOf: Record<string, { most: number; inWords: string }> = {
  audit: { most: 3, inWords: 'verify, or verify --head N:HASH' },
  understand: { most: 1, inWords: 'nothing after it, or --decision, or --invitation-answer' },
  'helpdesk-link': { most: 2, inWords: 'nothing after it, or --role read, or --role act' },
  load: { most: 1, inWords: 'one file' },
};

const isAskingForHelp = (operand: string): boolean => operand === '--help' || operand === '-h';
const [given = 'help', ...operands] = process.argv.slice(2);
const name = [given, ...operands].some(isAskingForHelp) ? 'help' : given;
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) process.exitCode = complain(`There is no command "${name}".`);
else if (name === 'help') process.exitCode = await command([]);
else if (operands.length > (operandsOf[name]?.most ?? 0)) process.exitCode = wrongOperands(name);
else process.exitCode = await command(operands);

function wrongOperands(command: string): number {
  return complain(`"${command}" takes ${operandsOf[command]?.inWords ?? 'nothing after it'}.`);
}

function complain(what: string): number {
  process.stderr.write(`${what}\n\n${usage}`);
  return 2;
}
