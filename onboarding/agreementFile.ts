import * as z from 'zod';

const name = z.string().trim().min(1).max(64);
const number = z.string().min(1).max(40);
const person = z.object({ email: z.string(), firstName: name, lastName: name });

/** A file of agreements as the operator loads it. */
export const agreementFile = z.object({
  agreements: z
    .array(
      z.object({
        number,
        organization: z.string().trim().min(1).max(200),
        /** ISO 3166-1 alpha-2. */
        country: z.string(),
        /** IANA name, e.g. `Europe/Rome`. */
        timeZone: z.string(),
        signedBy: z.object({ firstName: name, lastName: name, email: z.string().optional() }),
        partner: z.object({ name: z.string().trim().min(1).max(200), people: z.array(person).default([]) }).optional(),
        accounts: z.array(z.object({ number, administrator: person.extend({ language: z.string() }) })).min(1),
      }),
    )
    .min(1),
});

export type AgreementFile = z.input<typeof agreementFile>;
