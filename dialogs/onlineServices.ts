import { beginButton, type WalkName } from '../cards/buttons.ts';
import type { Action } from '../cards/card.ts';
import { notice } from '../cards/notice.ts';
import { listInWords } from '../language/wording.ts';
import { domainAccounts } from '../onboarding/domainAccounts.ts';
import { type MayUseOnlineServicesResult, mayUseOnlineServices } from '../onboarding/mayUseOnlineServices.ts';
import { isPersonalDomain } from '../onboarding/personalAddress.ts';
import { speaksOfPersonalAddress } from './speaksOfPersonalAddress.ts';
import type { Stage } from './stage.ts';
import { type Inputs, type Opening, Walk } from './walk.ts';

/** What is answered, and how it goes on. */
interface Answer {
  title: string;
  lines: string[];
  more?: Action[];
  next: WalkName[];
}

/** *May I use the online services?* (walk 5): one answer for any employee, with whom to ask when it is a no. */
export class OnlineServicesWalk extends Walk {
  readonly walk = 'onlineServices';
  readonly inputs: Inputs = {};

  constructor() {
    super('onlineServices');
  }

  protected async begin(stage: Stage, { sentence }: Opening = {}): Promise<void> {
    if (sentence && speaksOfPersonalAddress(sentence)) return showAnswer(stage, notWithPersonal(stage));
    const [result, accounts] = await Promise.all([
      mayUseOnlineServices(stage.house, stage.actor),
      domainAccounts(stage.house, stage.actor),
    ]);
    showAnswer(stage, answerTo(result, accounts.length > 0, stage));
  }

  protected async showAgain(stage: Stage): Promise<void> {
    await this.begin(stage);
  }

  protected async pressed(stage: Stage): Promise<void> {
    await this.begin(stage);
  }
}

function showAnswer(stage: Stage, answer: Answer): void {
  stage.show(notice(stage.texts, answer));
  stage.end(answer.lines[0]);
}

/** Whether their work address may is another question, and not asked here. */
function notWithPersonal({ texts: { onlineServices: words } }: Stage): Answer {
  return {
    title: words.notWithPersonalTitle,
    lines: [words.notWithPersonal],
    next: ['onlineServices', 'findAdministrator', 'person'],
  };
}

function answerTo(
  result: MayUseOnlineServicesResult,
  mayAdd: boolean,
  { texts: { onlineServices: words }, language }: Stage,
): Answer {
  const { domain } = result;
  const showDomains = mayAdd ? [beginButton(words.showDomains, 'addDomain')] : [];
  switch (result.outcome) {
    case 'yes': {
      const organizations = [...new Set(result.accounts.map(({ organization }) => organization))];
      return {
        title: words.yesTitle,
        lines: [words.yes({ domain, organizations: listInWords(organizations, language) }), words.yesNext],
        next: ['checkRole', 'help'],
      };
    }
    case 'pending':
      return {
        title: words.pendingTitle,
        lines: [words.pending({ domain }), mayAdd ? words.pendingNextForYou : words.pendingNext],
        more: showDomains,
        next: mayAdd ? ['help'] : ['findAdministrator', 'help'],
      };
    case 'no': {
      if (isPersonalDomain(domain)) {
        return { title: words.noTitle, lines: [words.noPersonal({ domain })], next: ['findAdministrator', 'person'] };
      }
      const no = words.no({ domain });
      if (mayAdd) {
        return {
          title: words.noTitle,
          lines: [no, words.noAddIt],
          more: [beginButton(words.addIt({ domain }), 'addDomain', { name: domain })],
          next: ['help'],
        };
      }
      const whom = result.askWhom.slice(0, 5).map(({ name, email }) => (name === email ? email : `${name} (${email})`));
      return {
        title: words.noTitle,
        lines: [
          no,
          whom.length > 0 ? words.noAsk({ who: listInWords(whom, language, 'disjunction') }) : words.noAskSomebody,
        ],
        next: ['findAdministrator', 'person'],
      };
    }
  }
}
