import assert from 'node:assert/strict';
import { graphDescription } from './graphDescription.ts';

describe('the check of requests against the description of Graph', () => {
  const check = graphDescription();
  const json = { 'content-type': 'application/json' };
  const request = (method: string, address: string, body?: unknown) => {
    const url = new URL(address, 'http://graph');
    return check?.({
      method,
      path: decodeURIComponent(url.pathname),
      query: url.searchParams,
      headers: json,
      body: body === undefined ? '' : JSON.stringify(body),
    });
  };

  before(function () {
    if (check === undefined) this.skip();
  });

  it('lets a draft pass', () => {
    const draft = { subject: 'x', toRecipients: [{ emailAddress: { address: 'a@contoso.com' } }] };
    assert.deepEqual(request('POST', '/users/u@contoso.com/messages', draft), []);
  });

  for (const [what, body] of [
    ['an unknown property', { subjekt: 'x' }],
    ['an unknown property further in', { toRecipients: [{ emailAddress: { adress: 'a@contoso.com' } }] }],
    ['an unknown content type', { body: { contentType: 'HTML', content: '' } }],
    ['a wrong type', { subject: 5 }],
  ] as const) {
    it(`finds ${what}`, () => {
      assert.notDeepEqual(request('POST', '/users/u@contoso.com/messages', body), []);
    });
  }

  it('finds an unknown path, an unknown parameter, a wrong value and a body too many', () => {
    assert.equal(request('GET', '/users/u@contoso.com/postbox')?.length, 1);
    assert.equal(request('GET', '/users/u@contoso.com/messages?$limit=3')?.length, 1);
    assert.equal(request('GET', '/users/u@contoso.com/messages?$select=id,colour')?.length, 1);
    assert.equal(request('GET', '/users/u@contoso.com/messages?$top=many')?.length, 1);
    assert.equal(request('POST', '/users/u@contoso.com/messages/1/send', {})?.length, 1);
    assert.deepEqual(request('POST', '/users/u@contoso.com/messages/1/send'), []);
  });

  it('knows what Graph takes beside its description, and where', () => {
    const inbox = '/users/u@contoso.com/mailFolders/inbox/messages';
    assert.deepEqual(request('GET', `${inbox}/delta()?changeType=created&$select=id`), []);
    assert.deepEqual(request('GET', `${inbox}/delta?$deltatoken=x`), []);
    assert.equal(request('GET', `${inbox}/delta?changeType=moved`)?.length, 1);
    assert.equal(request('GET', `${inbox}?changeType=created`)?.length, 1);
    assert.deepEqual(request('POST', '/users/u@contoso.com/messages/1/move', { destinationId: 'x' }), []);
    assert.equal(request('POST', '/users/u@contoso.com/messages/1/move', { DestinationId: 'x' })?.length, 1);
  });
});
