import assert from 'node:assert/strict';
import { accountInSentence } from '../../dialogs/accountInSentence.ts';
import type { SentenceData } from '../../language/dataInSentence.ts';

describe('the account that a sentence names', () => {
  const account = { id: '1', organization: 'Contoso S.p.A.', number: '0005012345', agreementNumber: '4100012345' };
  const accounts = [{ ...account, country: 'IT' }] as Parameters<typeof accountInSentence>[0];
  const named = (text: string) =>
    accountInSentence(accounts, {
      text,
      data: { accountNumbers: [], agreementNumbers: [] } as unknown as SentenceData,
    })?.number;

  it('is the one of the organization, whose domain or address is not its name', () => {
    assert.equal(named('invite these for Contoso:\na@fabrikam.com'), account.number);
    assert.equal(named('invite these for contoso.com, it.contoso.com, a@contoso.com:\na@fabrikam.com'), undefined);
  });

  it('is found at once in front of a list whose first line is all one word: that took minutes', () => {
    for (const piece of ['a', 'a.', 'a-']) assert.equal(named(piece.repeat(100_000)), undefined);
  });
});
