import assert from 'node:assert/strict';
import { languages, textsFor } from '../../../../language/texts.ts';
import { renderMail } from '../../../../mail/render.ts';
import { hasSecretLink } from '../../hasSecretLink.ts';
import { notices } from '../../notices.ts';
import { html, multipart, plain, read } from './mime.ts';

const usher = 'usher@businesscenter.example';

/** What every quoted mail below says; not one word of it may be taken for the writer's. */
const asked = 'To approve, reply “approve”. Per approvare rispondi “approvo”.';

interface Reply {
  from: string;
  mail: Buffer;
  writes: string;
}

const replies: Reply[] = [
  {
    from: 'Outlook for Windows in Italian, text',
    mail: plain(`Sì, va bene, ma solo come visualizzatore report.

Marco

________________________________
Da: Usher, Business Center <${usher}>
Inviato: martedì 24 novembre 2026 09:58
A: Marco Ferri <marco.ferri@contoso.com>
Oggetto: Giulia Romano chiede un invito

Buongiorno Marco Ferri,

${asked}`),
    writes: 'Sì, va bene, ma solo come visualizzatore report.\n\nMarco\n',
  },
  {
    from: 'Outlook in English with bold header words, text',
    mail: plain(`Denied. She left the company.

*From:* Usher, Business Center <${usher}>
*Sent:* Tuesday, November 24, 2026 9:58 AM
*To:* Marco Ferri <marco.ferri@contoso.com>
*Subject:* Giulia Romano asks for an invitation

${asked}`),
    writes: 'Denied. She left the company.\n',
  },
  {
    from: 'Outlook for Windows in Italian, HTML only',
    mail: html(`<html><head><style>p.MsoNormal{margin:0cm}</style><title>approvo</title></head><body lang="IT"><div class="WordSection1">
<p class="MsoNormal">No, non approvo.<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">
<p class="MsoNormal"><b>Da:</b> Usher &lt;${usher}&gt; <br><b>Inviato:</b> martedì 24 novembre 2026 09:58<br><b>A:</b> Marco Ferri<br><b>Oggetto:</b> Giulia Romano chiede un invito</p></div></div>
<p class="MsoNormal">${asked}</p></div></body></html>`),
    writes: 'No, non approvo.\n',
  },
  {
    from: 'Outlook for Windows in a language that Usher does not know',
    mail: html(`<div class="WordSection1"><p class="MsoNormal">OK</p>
<div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Frá:</b> Usher<br><b>Dagsetning:</b> í gær</p></div>
<p class="MsoNormal">${asked}</p></div>`),
    writes: 'OK\n',
  },
  {
    from: 'Outlook on the web',
    mail: html(`<div class="elementToProof">Approve, please.</div><div id="Signature"><div>Marco Ferri</div><div>Approver of the year</div></div>
<div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><font><b>Von:</b> Usher<br><b>Gesendet:</b> heute</font><div> </div></div><div>${asked}</div>`),
    writes: 'Approve, please.\n',
  },
  {
    from: 'Outlook for iOS, HTML',
    mail: html(`<html><body><div dir="auto">Va bene <img alt="👍" src="cid:1"></div><div id="ms-outlook-mobile-signature" dir="auto">Inviato da <a href="https://aka.ms/o0ukef">Outlook per iOS</a></div>
<hr><div id="divRplyFwdMsg" dir="ltr"><font><b>Da:</b> Usher<br></font></div>${asked}</body></html>`),
    writes: 'Va bene 👍\n',
  },
  {
    from: 'Outlook for Android in Italian, text',
    mail: plain(`Approvato

Inviato da Outlook per Android<https://aka.ms/AAb9ysg>
________________________________
From: Usher, Business Center <${usher}>
Sent: Tuesday, November 24, 2026 9:58:00 AM
To: Marco Ferri <marco.ferri@contoso.com>
Subject: Giulia Romano chiede un invito

${asked}`),
    writes: 'Approvato\n',
  },
  {
    from: 'Outlook for iOS in English, text',
    mail: plain(`Not approved

Get Outlook for iOS<https://aka.ms/o0ukef>
________________________________
From: Usher <${usher}>
Sent: Tuesday, November 24, 2026 9:58:00 AM
To: Marco Ferri
Subject: x

${asked}`),
    writes: 'Not approved\n',
  },
  {
    from: 'Gmail in Italian, HTML and text',
    mail: html(
      `<div dir="ltr">ok, come visualizzatore account</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Il giorno mar 24 nov 2026 alle ore 09:58 Usher &lt;<a href="mailto:${usher}">${usher}</a>&gt; ha scritto:<br></div><blockquote class="gmail_quote" style="margin:0">${asked}</blockquote></div>`,
      `ok, come visualizzatore account\n\nIl giorno mar 24 nov 2026 alle ore 09:58 Usher <\n${usher}> ha scritto:\n\n> ${asked}\n`,
    ),
    writes: 'ok, come visualizzatore account\n',
  },
  {
    from: 'Gmail in English, text, the introduction broken in three',
    mail: plain(`let me check whether we should approve

On Tue, Nov 24, 2026 at 9:58 AM Usher, the onboarding assistant of the
Business Center <
${usher}> wrote:

> ${asked}
>> approve
`),
    writes: 'let me check whether we should approve\n',
  },
  {
    from: 'Gmail, answers between the quotes',
    mail: html(
      `<div dir="ltr"><div class="gmail_quote"><div class="gmail_attr">On Tue, Nov 24, 2026 at 9:58 AM Usher wrote:<br></div><blockquote class="gmail_quote">Shall she get in?</blockquote></div>Yes.<div class="gmail_quote"><blockquote class="gmail_quote">${asked}</blockquote></div>As report viewer.</div>`,
    ),
    writes: 'Yes.\n\nAs report viewer.\n',
  },
  {
    from: 'Gmail, a mail passed on',
    mail: html(
      `<div dir="ltr">See below<br><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>Da: <b>Anna</b></div>${asked}</div></div>`,
    ),
    writes: 'See below\n',
  },
  {
    from: 'iPhone in Italian, text',
    mail: plain(`No

Inviato da iPhone

Il giorno 24 nov 2026, alle ore 09:58, Usher, Business Center <${usher}> ha scritto:

﻿${asked}
approvo
`),
    writes: 'No\n',
  },
  {
    from: 'iPhone in English, HTML',
    mail: html(
      `<html><body dir="auto">Approved.<br><br><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 24 Nov 2026, at 09:58, Usher &lt;${usher}&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">${asked}</div></blockquote></body></html>`,
    ),
    writes: 'Approved.\n',
  },
  {
    from: 'Thunderbird in Italian, below the quote',
    mail: plain(`Il 24/11/2026 09:58, Usher, Business Center ha scritto:
> ${asked}
> approve

Non va bene, ha lasciato l'azienda.

-- 
Marco Ferri
Approvazioni
`),
    writes: "Non va bene, ha lasciato l'azienda.\n",
  },
  {
    from: 'Thunderbird, HTML',
    mail: html(
      `<html><body><p>Sure.</p><div class="moz-cite-prefix">Am 24.11.26 um 09:58 schrieb Usher:<br></div><blockquote type="cite" cite="mid:x"><p>${asked}</p></blockquote><p>Thanks</p><div class="moz-signature">-- <br>Approve all</div></body></html>`,
    ),
    writes: 'Sure.\n\nThanks\n',
  },
  {
    from: 'Yahoo Mail in Italian, HTML',
    mail: html(
      `<div class="yahoo-style-wrap"><div>Sì</div><br></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div><div>Il martedì 24 novembre 2026 alle ore 09:58:00 CET, Usher &lt;${usher}&gt; ha scritto:</div>${asked}</div></div>`,
    ),
    writes: 'Sì\n',
  },
  {
    from: 'Libero Mail, text without quote signs',
    mail: plain(`Approvo come amministratore utenti.

Il 24 novembre 2026 alle 9.58 "Usher, Business Center" <${usher}> ha scritto:

${asked}
deny
`),
    writes: 'Approvo come amministratore utenti.\n',
  },
  {
    from: 'a Samsung phone in Italian, text',
    mail: plain(`ok

Inviato dal mio Galaxy


-------- Messaggio originale --------
Da: Usher <${usher}>
Data: 24/11/26 09:58 (GMT+01:00)
A: Marco Ferri <marco.ferri@contoso.com>
Oggetto: x

${asked}`),
    writes: 'ok\n',
  },
  {
    from: 'Apple Mail, a mail passed on, in Italian',
    mail: plain(`Puoi vedere tu?

> Inizio messaggio inoltrato:
>
> Da: Usher <${usher}>
> Oggetto: x
>
> ${asked}`),
    writes: 'Puoi vedere tu?\n',
  },
  {
    from: 'Outlook, with the disclaimer of a firm in Italian',
    mail: plain(`Va bene.

Marco Ferri

Questo messaggio e i suoi allegati sono riservati e destinati esclusivamente al destinatario.
Se lo ha ricevuto per errore non approvi nulla.

This e-mail and any attachments are confidential. Do not approve anything.

Da: Usher <${usher}>
Inviato: oggi
A: Marco Ferri
Oggetto: x

${asked}`),
    writes: 'Va bene.\n\nMarco Ferri\n',
  },
  {
    from: 'a server that warns of senders outside, on top',
    mail: plain(`CAUTION: This email originated from outside of the organization. Do not approve anything in it.

I approve.
`),
    writes: 'I approve.\n',
  },
  {
    from: 'a program that hides words in its HTML',
    mail: html(
      `<div style="display: none">approve</div><div style="font-size:0px">approve<span style="font-size:12px">No</span></div><span hidden>approve</span><div style="visibility:hidden">approve</div><div style="opacity: 0">approve</div><div style="max-height:0;overflow:hidden">approve</div><script>approve</script><!-- approve --><p>, thanks.</p>`,
    ),
    writes: 'No\n\n, thanks.\n',
  },
  {
    from: 'a program that hides words by a style sheet, off the screen, in what it does not show, or strikes them out',
    mail: html(
      `<html><head><style>/* { */ .a, p.b {color:red; display : none !important} #c{visibility:hidden;display:none}
        @media (max-width: 400px) { .phone { display: none } }</style></head><body><p>No<span class="phone">, thanks</span>.</p>
        <p class="x A">approve</p><p class="b">approve</p><div id="c">approve</div><p style="display:/**/none">approve</p>
        <p style="position:absolute;left:-9999px">approve</p><p style="text-indent:-999em">approve</p>
        <p style="clip:rect(0,0,0,0)">approve</p><p style="color:transparent">approve</p><p style="font:1px/1px Arial">approve</p>
        <p style="font-size:.01em">approve</p><dialog>approve</dialog><iframe>approve</iframe><textarea>approve</textarea>
        <p><s>approve</s><del>approve</del><span style="text-decoration:line-through">approve</span></p></body></html>`,
    ),
    writes: 'No, thanks.\n',
  },
  {
    from: 'a program whose text part is empty',
    mail: html('<p>Deny</p>', '\n'),
    writes: 'Deny\n',
  },
  {
    from: 'a program whose text part says something else than its HTML',
    mail: html('<p>Deny</p>', 'approve'),
    writes: 'Deny\n',
  },
  {
    from: 'a program whose HTML shows nothing',
    mail: html('<html><head><style>a{}</style></head><body><div>&nbsp;</div></body></html>', 'Deny'),
    writes: 'Deny\n',
  },
  {
    from: 'Outlook, as text, whose signs make a quoted line too long, so that its rest stands alone',
    mail: plain(`Thanks.

On Thu, 26 Nov 2026 at 10:00, Usher <${usher}> wrote:
> Message from Giulia Romano:
> > I need to see the reports of our last three orders for the audit, so
please approve me as report viewer
> >
> > Good day, and good luck with the numbers of this year, Giulia says: I
approve

> ${asked}

No.
`),
    writes: 'Thanks.\n\nNo.\n',
  },
  {
    from: 'somebody who sends nothing but the quote',
    mail: plain(`\n> ${asked}\n> approve\n`),
    writes: '',
  },
  {
    from: 'German Gmail, name first',
    mail: plain(`Nein.\n\nUsher <${usher}> schrieb am Di., 24. Nov. 2026, 09:58:\n\n> ${asked}\n`),
    writes: 'Nein.\n',
  },
];

describe('the new text of a mail', () => {
  for (const { from, mail, writes } of replies) {
    it(`from ${from}`, async () => {
      const { newText, text } = await read(mail);
      assert.equal(newText, writes);
      assert.notEqual(text, '');
    });
  }

  for (const language of languages) {
    it(`ends at our own line, however it comes back (${language})`, async () => {
      const marker = textsFor(language).mail.replyAbove;
      for (const line of [marker, `*${marker}*`, `> ${marker}`, `-- ${marker} --`, `| ${marker.toUpperCase()} |`]) {
        const { newText } = await read(plain(`Ok.\n\n${line}\n\n> ${asked}\n> approve`));
        assert.equal(newText, 'Ok.\n', line);
      }
      const { newText } = await read(plain(`Ok.\n\n${marker}\n\nBuongiorno,\n\napprove`));
      assert.equal(newText, 'Ok.\n');
    });
  }

  for (const language of languages) {
    it(`ends at our own mail, given back whole and without any sign (${language})`, async () => {
      const to = { email: 'marco.ferri@contoso.com', firstName: 'Marco', lastName: 'Ferri', language };
      for (const notice of Object.values(notices)) {
        const about = { mailbox: usher, ...(hasSecretLink(notice) && { link: 'https://usher.example/x' }) };
        const ours = await renderMail(notice, to, about);
        assert.equal((await read(plain(`Ok.\n\n${ours.text}`))).newText, 'Ok.\n');
        assert.equal((await read(html(ours.html.replace(/<body[^>]*>/, '$&<p>Ok.</p>')))).newText, 'Ok.\n');
      }
    });
  }

  it('keeps what looks like a quote’s introduction and is none', async () => {
    const text = 'On Monday he said that we should approve.\nFrom my side: fine.\nDa me: nulla in contrario.\n';
    assert.equal((await read(plain(text))).newText, text);
  });

  it('keeps what somebody writes below the line of their phone: it may take back what stands above', async () => {
    const { newText } = await read(plain('Approvo\n\nInviato da iPhone\n\nAnzi no, aspetta.\n'));
    assert.equal(newText, 'Approvo\n\nAnzi no, aspetta.\n');
  });

  it('takes text below another part with it', async () => {
    const mail = multipart('multipart/mixed', [
      ['text/plain; charset=utf-8', 'Deny'],
      ['text/html; charset=utf-8', '<p>Marco</p>'],
    ]);
    assert.match((await read(mail)).newText, /^Deny\n+Marco\n$/);
  });
});
