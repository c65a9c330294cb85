import type { WalkName } from '../cards/buttons.ts';
import type { WalkNote } from '../models/walkNote.ts';
import type { Scene, WalkState } from './stage.ts';

/** Notes for the figures what this turn did on a run of a walk; what is noted later about the same run counts. */
export function noteWalk(
  { walked }: Scene,
  walk: WalkName,
  { run, step }: WalkState,
  stands: WalkNote['stands'],
  begins = false,
): void {
  const begun = begins || walked.get(run)?.begun;
  walked.set(run, { run, walk, step, stands, ...(begun && { begun }) });
}
