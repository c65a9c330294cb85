import * as z from 'zod';

const name = z.string().trim().min(1).max(64);
const number = z.string().min(1).max(40);
const person = z.strictObject({ email: z.string(), firstName: name, lastName: name });

/** A file of agreements as the operator loads it. Nothing else may stand in it: a mistyped key would be passed over. */
export const agreementFile = z.strictObject({
  agreements: z
    .array(
      z.strictObject({
        number,
        organization: z.string().trim().min(1).max(200),
        /** ISO 3166-1 alpha-2. */
        country: z.string(),
        /** IANA name, e.g. `Europe/Rome`. */
        timeZone: z.string(),
        signedBy: z.strictObject({ firstName: name, lastName: name, email: z.string().optional() }),
        partner: z
          .strictObject({ name: z.string().trim().min(1).max(200), people: z.array(person).default([]) })
          .optional(),
        accounts: z.array(z.strictObject({ number, administrator: person.extend({ language: z.string() }) })).min(1),
      }),
    )
    .min(1),
});

export type AgreementFile = z.input<typeof agreementFile>;
