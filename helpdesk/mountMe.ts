import { languages, textsFor } from '../language/texts.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Me } from './api.ts';
import type { ConsoleDoor } from './door.ts';

/** Mounts what the page asks for first: who one is, and what there is to choose from. */
export function mountMe(door: ConsoleDoor): void {
  door.get('/me', { audit: false }, async ({ operator }) => {
    const { name, email, mayAct, language, formToken } = operator;
    const accounts = await PurchasingAccount.find({}, { organization: 1, number: 1 })
      .sort({ organization: 1, number: 1 })
      .lean();
    const me: Me = {
      name,
      email,
      mayAct,
      language,
      formToken,
      choices: {
        organizations: accounts.map(({ _id, organization, number }) => ({
          id: _id.toHexString(),
          name: `${organization} (${number})`,
        })),
        walks: Object.keys(textsFor(language).walks),
        languages: [...languages],
      },
    };
    return { body: me };
  });
}
