const firstPause = 5;
const longestPause = 60 * 60;

/** @returns how long work that has failed waits, after so many failed attempts before. */
export function workPauseSeconds(attemptsBefore: number): number {
  return Math.min(longestPause, firstPause * 2 ** Math.min(attemptsBefore, 20));
}
