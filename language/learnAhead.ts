import { writeKnowledge } from './knowledge.ts';
import { readUtterances } from './readUtterances.ts';
import { learn } from './understand.ts';

// Run by the build: what Usher learns from its utterances is learned once, so that a start need not.
writeKnowledge(learn(readUtterances()));
