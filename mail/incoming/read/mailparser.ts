let loading: Promise<typeof import('mailparser')> | undefined;

/** @returns the library, loaded with the first mail: a start does not wait for it. */
export function mailparser(): Promise<typeof import('mailparser')> {
  loading ??= import('mailparser');
  return loading;
}
