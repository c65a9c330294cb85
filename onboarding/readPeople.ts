import type { Role } from '../models/role.ts';
import type { FieldFault } from './refusal.ts';

/** One line of a list of people to invite, as read. */
export interface PeopleLine {
  /** 1-based line of the text on which the entry begins. */
  line: number;
  text: string;
  /** Absent when something is wrong with the line. */
  person?: { email: string; firstName: string; lastName: string; language: string; country: string; roles: Role[] };
  problems: FieldFault[];
}

/**
 * Reads pasted lines or a CSV.
 *
 * @param defaults taken where a line says nothing.
 * @param names finds the role that words name; language/ knows them, onboarding does not.
 */
export function readPeople(
  _text: string,
  _defaults: { language: string; country: string; roles: Role[] },
  _names: { roleNamed(words: string): Role | undefined },
): PeopleLine[] {
  throw new Error('not built yet');
}
