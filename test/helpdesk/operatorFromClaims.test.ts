import assert from 'node:assert/strict';
import { operatorFromClaims } from '../../helpdesk/signIn/operatorFromClaims.ts';

const tenantId = '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0001';
const rosa = {
  tid: tenantId,
  oid: '7f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0001',
  preferred_username: 'Rosa.Berg@northwindtraders.com',
  name: 'Rosa Berg',
  roles: ['Helpdesk.Read'],
};
const email = 'rosa.berg@northwindtraders.com';

describe('who a token of the helpdesk’s tenant is about', () => {
  it('may do what the tenant’s administrator has assigned, the most of it', () => {
    const roles = (told: unknown) => {
      const found = operatorFromClaims({ ...rosa, roles: told }, tenantId);
      return found.outcome === 'operator' ? found.operator.roles : found;
    };
    const both = ['Helpdesk.Read', 'Helpdesk.Act'];
    assert.deepEqual(roles(['Helpdesk.Read']), ['Helpdesk.Read']);
    assert.deepEqual(roles(['Helpdesk.Act']), both);
    assert.deepEqual(roles(['Helpdesk.Read', 'Helpdesk.Act']), both);
    assert.deepEqual(roles(['Helpdesk.Act', 'Something.Else', 'Helpdesk.Read']), both);
    for (const none of [undefined, [], ['Something.Else'], 'Helpdesk.Act', ['helpdesk.act']]) {
      assert.deepEqual(roles(none), { outcome: 'noRole', email }, JSON.stringify(none));
    }
  });

  it('is nobody who is of another tenant, or could not be named afterwards', () => {
    for (const claims of [
      { tid: '9f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0009' },
      { tid: undefined },
      { oid: undefined },
      { oid: '' },
      { preferred_username: undefined },
      { preferred_username: 'Rosa Berg' },
    ]) {
      assert.deepEqual(operatorFromClaims({ ...rosa, ...claims }, tenantId), { outcome: 'foreign' });
    }
  });

  it('is called by their name, or else by their address', () => {
    for (const [name, shown] of [
      ['Rosa Berg', 'Rosa Berg'],
      ['', email],
      [' \u200b ', email],
      [undefined, email],
    ]) {
      const found = operatorFromClaims({ ...rosa, name }, tenantId);
      assert.equal(found.outcome === 'operator' && found.operator.name, shown);
    }
  });
});
