/**
 * @param file of dist/.
 * @returns a module of Usher as `npm start` runs it. What it is measured against comes compiled too; tsx would give each
 *   inner function its name whenever it is made, which costs Usher, and only Usher, a tenth of its turn.
 */
export async function built<Module>(file: string): Promise<Module> {
  return (await import(new URL(`../../dist/${file}`, import.meta.url).href)) as Module;
}
