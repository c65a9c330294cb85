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
