import type { Request, Server } from 'restify';
import { textsFor } from '../../../language/texts.ts';
import { mailIdPattern, newMailId } from '../mailId.ts';
import { SandboxMail } from '../sandboxMail.ts';
import { quotation } from '../writing/quotation.ts';
import { sendLetter } from '../writing/sendLetter.ts';
import { mailAddress, mailboxAddress } from './addresses.ts';
import { checkWriting, type Mistakes, type Writing } from './checkWriting.ts';
import { hint } from './hint.ts';
import type { MailboxOwners } from './mailboxes.ts';
import { mailboxList } from './mailboxList.ts';
import { mailList } from './mailList.ts';
import { type OpenMailbox, openMailbox } from './openMailbox.ts';
import { page } from './page.ts';
import type { PageContext } from './pageContext.ts';
import { readForm } from './readForm.ts';
import { asked, contextOf, type Reply, replying } from './replying.ts';
import { writeView } from './writeView.ts';

interface Asked {
  context: PageContext;
  open: OpenMailbox;
  /** Whom one may write as: everyone with a mailbox, and whose page it is. */
  people: { name: string; email: string }[];
  /** The mail to be answered. */
  answers?: SandboxMail;
}

/** Mounts the page on which one writes and answers mails as anybody but Usher. */
export function mountWriting(server: Server, base: string, owners: MailboxOwners): void {
  const path = `${base}/:email/write`;
  const languageOf = (email: string) => owners.people.find((person) => person.email === email)?.language;

  /** @returns what is asked for; undefined when there is no such mail, or nobody to write as. */
  async function askedFor(request: Request): Promise<Asked | undefined> {
    const open = await openMailbox(request, owners);
    const { email, mailbox, all, isUshers } = open;
    const id = asked(request, 'reply');
    const answers =
      id === undefined ? undefined : await SandboxMail.findOne({ _id: id, 'deliveredTo.address': email }).lean();
    if (answers === null || isUshers || !/^[^\s@]+@[^\s@]+$/.test(email)) return undefined;
    const others = all.filter((each) => each.email !== owners.usher?.email);
    const people = others.some((each) => each.email === email) ? others : [mailbox, ...others];
    return { context: contextOf(request, base), open, people, ...(answers && { answers }) };
  }

  function form({ context, open, people, answers }: Asked, writing: Writing, mistakes: Mistakes): Reply {
    const { email, mailbox, all } = open;
    const { texts, language } = context;
    const quoted = answers && {
      id: answers._id,
      subject: answers.subject,
      text: quotation(answers, languageOf(writing.as) ?? language).text,
    };
    const columns = [
      mailboxList(all, email, context),
      mailList(open, answers?._id, context),
      writeView(email, people, writing, mistakes, context, quoted),
    ];
    const title = quoted === undefined ? texts.writeTitle : texts.replyTitle(quoted);
    const wrong = Object.keys(mistakes).length > 0;
    const body = page({ title: `${title} – ${mailbox.name}`, depth: 'mail', columns }, context);
    return { status: wrong ? 422 : 200, body };
  }

  function notFound(request: Request): Reply {
    const context = contextOf(request, base);
    const { notFound: title } = context.texts;
    return { status: 404, body: page({ title, depth: 'mail', columns: [hint(title)] }, context) };
  }

  server.get(
    path,
    replying(async (request) => {
      const found = await askedFor(request);
      if (found === undefined) return notFound(request);
      const { answers, open, context } = found;
      const { reply } = textsFor(languageOf(open.email) ?? context.language).sandboxMailbox.outlook;
      const subject = answers?.subject ?? '';
      const to = answers === undefined ? [owners.usher] : answers.replyTo.length > 0 ? answers.replyTo : [answers.from];
      const writing: Writing = {
        id: newMailId(),
        as: open.email,
        to: to.map((each) => (each === undefined ? '' : 'email' in each ? each.email : each.address)).join(', '),
        subject: answers === undefined || /^(re|r):/i.test(subject) ? subject : `${reply}${subject}`,
        text: '',
        forged: false,
      };
      return form(found, writing, {});
    }),
  );

  server.post(
    path,
    replying(async (request) => {
      const [found, fields] = [await askedFor(request), await readForm(request)];
      if (found === undefined) return notFound(request);
      const { context, open, people, answers } = found;
      if (fields === undefined) {
        const { tooLarge: title } = context.texts;
        return { status: 413, body: page({ title, depth: 'mail', columns: [hint(title)] }, context) };
      }
      const field = (name: string) => (fields.get(name) ?? '').replace(/\r\n?/g, '\n');
      const writing: Writing = {
        id: mailIdPattern.test(field('id')) ? field('id') : newMailId(),
        as: field('as'),
        to: field('to').replace(/\s+/g, ' ').trim(),
        subject: field('subject').replace(/\s+/g, ' ').trim(),
        text: field('text'),
        forged: field('forged') === 'yes',
      };
      const checked = checkWriting(writing, people, context.texts.mistake);
      if ('mistakes' in checked) return form(found, writing, checked.mistakes);
      await sendLetter({
        ...writing,
        ...checked,
        text: writing.text.trimEnd(),
        language: languageOf(writing.as) ?? context.language,
        ...(answers && { answers }),
      });
      const back = answers ? mailAddress(base, open.email, answers._id) : mailboxAddress(base, open.email);
      return { location: `${back}?sent=${writing.id}` };
    }),
  );
}
