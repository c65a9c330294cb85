import type { SafeHtml } from '@remix-run/html-template';
import type { Texts } from '../language/texts.ts';
import type { SignedIn } from '../onboarding/findSession.ts';
import type { Form } from './readForm.ts';

/** One request for a page, with what the door has found out about it. */
export interface Visit {
  /** Where the visit is, without what follows a question mark. */
  path: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /**
   * The page of ours on which the link or button was pressed, as path and query. It can be opened: where it was the
   * answer to a form, this is the page with that form.
   */
  cameFrom?: string;
  /** Only the headers are wanted: nothing may be taken for having been read. */
  headOnly: boolean;
  language: string;
  texts: Texts;
  /** Who is signed in on this browser, if anybody. */
  session?: SignedIn;
  /** From where it comes, for limits: a fingerprint of the client's address. */
  client: string;
  /** What each form on the page must carry as a hidden field; see fields/form.ts. */
  formToken(): string;
  /** What a form carries beside that is kept when the session is over before it is sent; see keptForm.ts. */
  writer?: string;
  /** What was typed into this page's form when the session was over. */
  kept?: Form;
  /** A cookie that came with it, by the name it was set under. */
  cookie(name: string): string | undefined;
}

/** A form that was sent. It came from a page of ours, carries its token, and has no field twice but those it may. */
export interface FormVisit extends Visit {
  form: Form;
}

/** The tabs of those who are signed in, in their order. */
export const sections = ['profile', 'access', 'requests', 'domains', 'agreements'] as const;
export type Section = (typeof sections)[number];

export interface Page {
  title: string;
  content: SafeHtml;
  status?: number;
  /** Something must be put right: the title says so, for who hears the page. */
  faulty?: boolean;
  /** Where it stands among the pages of those who are signed in. */
  section?: Section;
  /** Needs the whole width, e.g. for a table. */
  wide?: boolean;
  /** In which language it is, when not in that of the visit. */
  language?: string;
  headers?: Readonly<Record<string, string>>;
}

/** What a visit is answered with. */
export type Answer = (
  | { page: Page }
  /** Go on there, by GET; a path of ours. */
  | { seeOther: string }
  /** Go on at somebody else's, who knows the way back. */
  | { leaveFor: URL }
) & {
  /** A session begins on this browser, or ends. */
  session?: { begin: string } | 'end';
  /** By which this browser is known from now on; see onboarding/device.ts. */
  device?: string | undefined;
  /** Cookies to set beside; empty: to be forgotten. */
  cookies?: Readonly<Record<string, string>>;
};
