import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { AccountView } from './views.ts';

export function accountView(account: PurchasingAccount): AccountView {
  return {
    id: account._id.toHexString(),
    number: account.number,
    agreementNumber: account.agreementNumber,
    organization: account.organization,
    country: account.country,
  };
}
