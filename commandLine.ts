const usage = `usher <command>

  understand     reads sentences, one a line, on standard input and prints what Usher makes of each, as JSON
  load FILE      loads agreements from a JSON file; the administrators' first invitations go out by themselves
  settings       prints the table of settings
  help           prints this
`;

// Each command loads only what it needs: understanding a line must not wait for a database driver.
const commands: Record<string, (operands: string[]) => Promise<number>> = {
  understand: async () => {
    const { understandLines } = await import('./commandLine/understand.ts');
    await understandLines(process.stdin, process.stdout);
    return 0;
  },
  load: async (operands) => {
    const { loadAgreements } = await import('./commandLine/load.ts');
    return loadAgreements(operands[0] as string, process.env, process);
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
/** How many operands a command takes, where it takes any. */
const operandsOf: Record<string, number> = { load: 1 };

const [given = 'help', ...operands] = process.argv.slice(2);
const name = given === '--help' || given === '-h' ? 'help' : given;
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) process.exitCode = complain(`There is no command "${name}".`);
else if (operands.length !== (operandsOf[name] ?? 0)) {
  process.exitCode = complain(operandsOf[name] ? `"${name}" takes one file.` : `"${name}" takes nothing after it.`);
} else process.exitCode = await command(operands);

function complain(what: string): number {
  process.stderr.write(`${what}\n\n${usage}`);
  return 2;
}
