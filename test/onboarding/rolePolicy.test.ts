import assert from 'node:assert/strict';
import { type Permission, type Role, roles } from '../../models/role.ts';
import { assignableRoles, mayDo, mayInvite, permissionsOf, rolesToAskFor } from '../../onboarding/rolePolicy.ts';

describe('the policy of roles', () => {
  const table: Record<Role, { may: Permission[]; gives: Role[] }> = {
    accountAdministrator: { may: ['everything'], gives: [...roles] },
    agreementAdministrator: {
      may: ['viewAgreements', 'inviteUsers'],
      gives: ['agreementAdministrator', 'accountViewer'],
    },
    userAdministrator: {
      may: ['manageUsers', 'inviteUsers'],
      gives: ['agreementAdministrator', 'userAdministrator', 'accountManager', 'reportViewer', 'accountViewer'],
    },
    accountManager: {
      may: [
        'changeAgreements',
        'manageProvisioning',
        'downloadSoftware',
        'viewKeys',
        'viewOrders',
        'viewLicenceDetails',
        'viewReports',
        'addDomains',
      ],
      gives: [],
    },
    reportViewer: { may: ['viewAgreements', 'viewKeys', 'viewOrders', 'viewLicenceDetails', 'viewReports'], gives: [] },
    accountViewer: { may: ['viewAgreements', 'viewOrders', 'viewLicenceDetails', 'viewReports'], gives: [] },
  };

  for (const role of roles) {
    it(`lets the holder of ${role} do and give what the product page says, and nothing else`, () => {
      assert.deepEqual(permissionsOf(role), table[role].may);
      assert.deepEqual(assignableRoles([role]), table[role].gives);
      assert.equal(mayInvite([role]), table[role].gives.length > 0);
    });
  }

  it('lets whoever holds several do and give what each of them permits, and whoever holds none nothing', () => {
    assert.deepEqual(assignableRoles(['accountViewer', 'agreementAdministrator']), table.agreementAdministrator.gives);
    assert.equal(mayDo(['agreementAdministrator', 'accountManager'], 'addDomains'), true);
    assert.equal(mayDo(['agreementAdministrator', 'userAdministrator'], 'addDomains'), false);
    assert.equal(mayDo(['accountAdministrator'], 'addDomains'), true);
    assert.deepEqual([assignableRoles([]), mayInvite([])], [[], false]);
  });

  it('has roles to ask for that are not held, and that somebody could give', () => {
    assert.deepEqual(rolesToAskFor(['accountViewer'], [['agreementAdministrator']]), ['agreementAdministrator']);
    assert.deepEqual(rolesToAskFor(['accountAdministrator'], [['accountAdministrator']]), []);
    assert.deepEqual(rolesToAskFor([], []), roles);
  });
});
