/** @returns a name in small letters and without accents, for comparing: `Zoë` and `zoe` are the same. */
export function withoutAccents(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
