import { IANAZone } from 'luxon';
import { Types } from 'mongoose';
import { Agreement } from '../models/agreement.ts';
import { Partner } from '../models/partner.ts';
import type { Recipient } from '../models/pendingWork.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import { accountView } from './accountView.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addressDomain } from './addressDomain.ts';
import { type AgreementFile, agreementFile } from './agreementFile.ts';
import { auditWork } from './auditWork.ts';
import { firstWork } from './firstWork.ts';
import type { House } from './house.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { now } from './now.ts';
import { isPersonalAddress } from './personalAddress.ts';
import { readAddress } from './readAddress.ts';
import { readCountry } from './readCountry.ts';
import { readLanguage } from './readLanguage.ts';
import { readName } from './readName.ts';
import { readNumber } from './readNumber.ts';
import { type FieldFault, type FieldProblem, type Refused, refused } from './refusal.ts';
import type { AccountView } from './views.ts';

export type LoadAgreementResult =
  /** `known`: numbers of the accounts that were there already. */
  { outcome: 'loaded'; accounts: AccountView[]; known: string[] } | Refused;

/**
 * Loads agreements with their purchasing accounts (operator). The first invitation of each account's administrator
 * goes out by itself: it is pending work of the account that is written. What is there already, by number, is left as it
 * is (the designated administrator may have changed since); loading a file again, also after a crash, adds what is
 * missing. A partner's people are those of the newest file that names any.
 *
 * @returns the accounts of the file; refused: `invalid`, with paths such as `agreements.0.accounts.1.number` as fields.
 *   A personal address is a `badAddress` there. Nothing is written unless the whole file is right.
 */
export async function loadAgreement(house: House, actor: Actor, file: AgreementFile): Promise<LoadAgreementResult> {
  const read = readFile(file);
  if ('fields' in read) return refused({ reason: 'invalid', fields: read.fields });
  const numbers = read.agreements.flatMap((agreement) => agreement.accounts.map((account) => account.number));
  const known = await PurchasingAccount.find({ number: { $in: numbers } }).lean();
  const elsewhere: FieldFault[] = read.agreements.flatMap((agreement, a) =>
    agreement.accounts.flatMap((account, b) =>
      known.some((one) => one.number === account.number && one.agreementNumber !== agreement.number)
        ? { field: `agreements.${a}.accounts.${b}.number`, problem: 'numberElsewhere' as const }
        : [],
    ),
  );
  if (elsewhere.length > 0) return refused({ reason: 'invalid', fields: elsewhere });

  const by = { email: actorAddress(actor), channel: actor.channel };
  for (const { accounts, partner, ...facts } of read.agreements) {
    const partnerId = partner && (await ensurePartner(partner));
    await ignoringDuplicate(() =>
      Agreement.updateOne(
        { number: facts.number },
        { $setOnInsert: { ...facts, loadedAt: now(), ...(partnerId && { partner: partnerId }) } },
        { upsert: true },
      ),
    );
    const agreement = await Agreement.findOne({ number: facts.number }).lean();
    if (!agreement) throw new Error(`Agreement ${facts.number} was just written and is gone.`);
    for (const { number, administrator } of accounts) {
      if (known.some((one) => one.number === number)) continue;
      const _id = new Types.ObjectId();
      await ignoringDuplicate(() =>
        PurchasingAccount.create({
          _id,
          number,
          agreement: agreement._id,
          agreementNumber: agreement.number,
          organization: agreement.organization,
          country: agreement.country,
          timeZone: agreement.timeZone,
          ...(agreement.partner && { partner: agreement.partner }),
          administrator,
          administratorDomain: addressDomain(administrator.email),
          ...firstWork([
            {
              kind: 'inviteAdministrator',
              email: administrator.email,
              givenBy: by.email,
              channel: by.channel,
            },
            auditWork('agreementLoaded', by, _id, administrator.email, {
              agreementNumber: agreement.number,
              accountNumber: number,
            }),
          ]),
        }),
      );
    }
  }
  house.wake();
  const accounts = await PurchasingAccount.find({ number: { $in: numbers } })
    .sort({ number: 1 })
    .lean();
  return {
    outcome: 'loaded',
    accounts: accounts.map((one) => accountView(one)),
    known: known.map((one) => one.number),
  };
}

type ReadAgreement = Pick<Agreement, 'number' | 'organization' | 'country' | 'timeZone' | 'signedBy'> & {
  partner?: Pick<Partner, 'name' | 'people'>;
  accounts: { number: string; administrator: Recipient }[];
};

async function ensurePartner(partner: Pick<Partner, 'name' | 'people'>): Promise<Types.ObjectId> {
  await ignoringDuplicate(() =>
    Partner.updateOne(
      { name: partner.name },
      partner.people.length > 0 ? { $set: { people: partner.people } } : { $setOnInsert: { people: [] } },
      { upsert: true },
    ),
  );
  const written = await Partner.findOne({ name: partner.name }, { _id: 1 }).lean();
  if (!written) throw new Error('A partner was just written and is gone.');
  return written._id;
}

async function ignoringDuplicate(write: () => PromiseLike<unknown>): Promise<void> {
  try {
    await write();
  } catch (fault) {
    // Two operators load the same file at once: it is there, which is what was wanted.
    if (!isDuplicateKey(fault)) throw fault;
  }
}

/** Checks a file by the same rules as what people type. */
function readFile(file: unknown): { fields: FieldFault[] } | { agreements: ReadAgreement[] } {
  const shape = agreementFile.safeParse(file);
  if (!shape.success) {
    return {
      fields: shape.error.issues.map((issue): FieldFault => {
        const field = issue.path.join('.');
        if (issue.code === 'too_big') return { field, problem: 'tooLong' };
        const missing = issue.code === 'too_small' || (issue.code === 'invalid_type' && issue.input === undefined);
        return { field, problem: missing ? 'missing' : 'badCharacters' };
      }),
    };
  }
  const fields: FieldFault[] = [];
  const wrong = <T>(field: string, problem: FieldProblem, value: T): T => {
    fields.push({ field, problem });
    return value;
  };
  const name = (field: string, text: string) => {
    const one = readName(text);
    return 'name' in one ? one.name : wrong(field, one.problem, '');
  };
  const number = (field: string, text: string) => readNumber(text) ?? wrong(field, 'badNumber', '');
  const address = (field: string, text: string) => {
    const one = readAddress(text);
    if (!one) return wrong(field, 'badAddress', '');
    return isPersonalAddress(one) ? wrong(field, 'personalAddress', '') : one;
  };
  const seen = new Set<string>();
  const agreements = shape.data.agreements.map((agreement, a) => {
    const at = `agreements.${a}`;
    const { signedBy, partner } = agreement;
    if (!IANAZone.isValidZone(agreement.timeZone)) wrong(`${at}.timeZone`, 'unknownTimeZone', '');
    return {
      number: number(`${at}.number`, agreement.number),
      organization: agreement.organization,
      country: readCountry(agreement.country) ?? wrong(`${at}.country`, 'unknownCountry', ''),
      timeZone: agreement.timeZone,
      signedBy: {
        firstName: name(`${at}.signedBy.firstName`, signedBy.firstName),
        lastName: name(`${at}.signedBy.lastName`, signedBy.lastName),
        ...(signedBy.email !== undefined && {
          email: readAddress(signedBy.email) ?? wrong(`${at}.signedBy.email`, 'badAddress', ''),
        }),
      },
      ...(partner && {
        partner: {
          name: partner.name,
          people: partner.people.map((person, b) => ({
            email: address(`${at}.partner.people.${b}.email`, person.email),
            firstName: name(`${at}.partner.people.${b}.firstName`, person.firstName),
            lastName: name(`${at}.partner.people.${b}.lastName`, person.lastName),
          })),
        },
      }),
      accounts: agreement.accounts.map(({ number: digits, administrator }, b) => {
        const here = `${at}.accounts.${b}`;
        const account = number(`${here}.number`, digits);
        if (account && seen.has(account)) wrong(`${here}.number`, 'numberTwice', '');
        seen.add(account);
        return {
          number: account,
          administrator: {
            email: address(`${here}.administrator.email`, administrator.email),
            firstName: name(`${here}.administrator.firstName`, administrator.firstName),
            lastName: name(`${here}.administrator.lastName`, administrator.lastName),
            language:
              readLanguage(administrator.language) ?? wrong(`${here}.administrator.language`, 'unknownLanguage', ''),
          },
        };
      }),
    };
  });
  return fields.length > 0 ? { fields } : { agreements };
}
