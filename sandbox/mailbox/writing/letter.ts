import type { Correspondent, SandboxMail } from '../sandboxMail.ts';

/** A mail as a person writes it. */
export interface Letter {
  /** The immutable id, given to the form: pressing *Send* twice sends once. */
  id: string;
  /** BCP 47; of their Outlook. */
  language: string;
  from: Correspondent;
  to: Correspondent[];
  subject: string;
  /** Without the quotation. Lines end in \n. */
  text: string;
  answers?: SandboxMail;
  /** Sent from elsewhere, without the signature of the domain it says it is from. */
  forged: boolean;
}
