/** Somebody of the helpdesk, signed in to the console with the role to act. */
export interface Operator {
  email: string;
  /** As people read it who are written to. */
  name: string;
}
