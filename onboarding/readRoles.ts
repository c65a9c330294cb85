import { isRole, type Role, roles } from '../models/role.ts';
import type { FieldProblem } from './refusal.ts';

/** @returns roles from outside, each once and in the usual order, or what is wrong with them. */
export function readRoles(values: unknown): { roles: Role[] } | { problem: FieldProblem } {
  if (!Array.isArray(values) || values.length === 0) return { problem: 'missing' };
  if (values.length > 50 || !values.every(isRole)) return { problem: 'unknownRole' };
  return { roles: roles.filter((role) => values.includes(role)) };
}
