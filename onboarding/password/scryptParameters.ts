/** How hard scrypt works. */
export interface ScryptParameters {
  /** Base 2 logarithm of N. */
  ln: number;
  r: number;
  p: number;
}

/**
 * What new passwords are hashed with: 32 MB and about a tenth of a second; one of the choices of OWASP's Password Storage
 * Cheat Sheet. Raised here, a password is hashed anew at its next sign-in.
 */
export const scryptParameters: ScryptParameters = { ln: 15, r: 8, p: 3 };
