export interface Filling {
  name: string;
  firstName: string;
  organization: string;
  operator: string;
}

/** @returns a canned answer as it is sent: its placeholders filled in, unknown ones left as they are. */
export function fillIn(text: string, filling: Filling): string {
  return text.replaceAll(/\{(name|firstName|organization|operator)\}/g, (_, name: keyof Filling) => filling[name]);
}
