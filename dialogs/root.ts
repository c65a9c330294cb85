import { createHash } from 'node:crypto';
import type { DialogInstance, DialogStateManagerConfiguration } from 'botbuilder-dialogs';
// Not by the package's name: that loads its prompts too, six megabytes of recognizers.
import { DialogContext } from 'botbuilder-dialogs/lib/dialogContext.js';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet.js';
import { DateTime } from 'luxon';
import type { WalkName } from '../cards/buttons.ts';
import { didYouMean } from '../cards/didYouMean.ts';
import { menu } from '../cards/menu.ts';
import { notice } from '../cards/notice.ts';
import { outOfDate } from '../cards/outOfDate.ts';
import { isThanks } from '../language/isThanks.ts';
import { longestText } from '../language/plainText.ts';
import { smallTalk } from '../language/smallTalk.ts';
import { defaultLanguage, languages, spokenLanguage, type Texts, textsFor } from '../language/texts.ts';
import { listInWords } from '../language/wording.ts';
import type { House } from '../onboarding/house.ts';
import { inviterAccounts } from '../onboarding/inviterAccounts.ts';
import { knownLanguage } from '../onboarding/knownLanguage.ts';
import { myRoles } from '../onboarding/myRoles.ts';
import { ownRequests } from '../onboarding/ownRequests.ts';
import { type NamedPerson, personNamed } from '../onboarding/personNamed.ts';
import { accessAdvice } from './accessAdvice.ts';
import { AddDomainWalk } from './addDomain.ts';
import { answersOwnInvitation } from './answersOwnInvitation.ts';
import { asksForNews } from './asksForNews.ts';
import { asksForPassword } from './asksForPassword.ts';
import { asksForUsers } from './asksForUsers.ts';
import { beginsAsDecision } from './beginsAsDecision.ts';
import { ChangeLanguageWalk } from './changeLanguage.ts';
import { CheckRoleWalk } from './checkRole.ts';
import { DecideRequestWalk } from './decideRequest.ts';
import { decidesRequest } from './decidesRequest.ts';
import { FindAdministratorWalk } from './findAdministrator.ts';
import { foldedSentence } from './foldedSentence.ts';
import { goesAhead } from './goesAhead.ts';
import { HelpWalk } from './help.ts';
import { InviteUserWalk } from './inviteUser.ts';
import { isForOwnCustomer } from './isForOwnCustomer.ts';
import { listInText } from './listInText.ts';
import { mayBeOfPerson } from './mayBeOfPerson.ts';
import { type Memory, openMemory, rememberEnd } from './memory.ts';
import { menuFor } from './menuFor.ts';
import { namedWalk } from './namedWalk.ts';
import { noteWalk } from './noteWalk.ts';
import { OnlineServicesWalk } from './onlineServices.ts';
import { PartnerWalk } from './partner.ts';
import { passwordAdvice } from './passwordAdvice.ts';
import { PersonWalk } from './person.ts';
import { readAnswer } from './readAnswer.ts';
import { type Press, readPress } from './readPress.ts';
import { ResendInvitationWalk } from './resendInvitation.ts';
import { newWalkState, type Scene, Stage, type WalkState } from './stage.ts';
import { tellOfPerson } from './tellOfPerson.ts';
import { timeZoneOf } from './timeZoneOf.ts';
import type { Turn, Walks } from './turn.ts';
import type { Understand, Understood } from './understood.ts';
import { eventKey, notTakenKey, type Opening, sceneKey, type Walk, type WalkEvent } from './walk.ts';
import { walkToldBy } from './walkToldBy.ts';
import { wantsToGoOn } from './wantsToGoOn.ts';
import { WithdrawRequestWalk } from './withdrawRequest.ts';
import { withdrawsRequest } from './withdrawsRequest.ts';
import { withoutRefusedPerson } from './withoutRefusedPerson.ts';
import { wordCount } from './wordCount.ts';
import { writtenLanguage } from './writtenLanguage.ts';
import { wroteIt } from './wroteIt.ts';

/** After how many sentences in a row that Usher did not understand it offers a person. */
const patience = 2;

/** Who presses a button a second time so soon has pressed it twice, or does not see the answer yet. In milliseconds. */
const doublePress = 10_000;

/**
 * The root of the conversation: finds the walk that an activity is for, lets walks interrupt one another, and answers
 * what is no walk's business.
 *
 * @param publicUrl where pages are reached, without a slash at the end.
 */
export function createWalks({
  house,
  understand,
  publicUrl,
}: {
  house: House;
  understand: Understand;
  publicUrl: string;
}): Walks {
  const dialogs = new DialogSet();
  const walks = new Map<WalkName, Walk>();
  for (const walk of [
    new FindAdministratorWalk(),
    new ResendInvitationWalk(),
    new InviteUserWalk(),
    new CheckRoleWalk(),
    new AddDomainWalk(),
    new OnlineServicesWalk(),
    new PartnerWalk(),
    new HelpWalk(),
    new PersonWalk(),
    new ChangeLanguageWalk(),
    new DecideRequestWalk(),
    new WithdrawRequestWalk(),
  ] as Walk[]) {
    dialogs.add(walk);
    walks.set(walk.walk, walk);
  }

  return {
    async onTurn(turn) {
      const memory = openMemory(turn.memory);
      const understood =
        turn.input.kind === 'text'
          ? understand(heard(turn.input.text), { language: memory.language ?? spokenLanguage(turn.clientLocale) })
          : undefined;
      if (understood) {
        const { intent, confidence, language, data } = understood;
        turn.note({ understood: { intent, confidence, language, data: { ...data } } });
      }
      const scene: Scene = {
        turn,
        house,
        memory,
        language: await languageOf(turn, memory, house, understood),
        publicUrl,
        timeZone: timeZoneOf(turn.context.activity.localTimezone),
        understand,
        walked: new Map(),
      };
      await new ConversationTurn(scene, dialogs, walks, understood).run();
      if (scene.walked.size > 0) turn.note({ walks: [...scene.walked.values()] });
    },
  };
}

/**
 * @returns of a long text the beginning, as it is understood; a list of people whole. Nobody waits while all that looks
 *   at a sentence looks at a hundred thousand characters.
 */
function heard(text: string): string {
  return text.length > longestText && listInText(text) === undefined ? text.slice(0, longestText) : text;
}

/**
 * Product.md, "Languages": the preferred one, else the one they write in, else that of their client. Where somebody has
 * written nothing yet, the language of their invitation or role says more than that of their client.
 */
async function languageOf(
  turn: Turn,
  memory: Memory,
  house: House,
  understood: Understood | undefined,
): Promise<string> {
  if (understood && (memory.language === undefined || tellsLanguage(understood))) {
    memory.language = writtenLanguage(understood) ?? memory.language;
  }
  return (
    spokenLanguage(turn.preferredLanguage) ??
    memory.language ??
    spokenLanguage(await knownLanguage(house, turn.actor)) ??
    spokenLanguage(turn.clientLocale) ??
    defaultLanguage
  );
}

/** So few words may all be names: "Approve Luca". */
const mostNames = 2;

/** Whether a message may change the language of a conversation: neither a list of people nor a name does. */
function tellsLanguage({ text, intent, sure }: Understood): boolean {
  if (listInText(text) !== undefined) return false;
  const isUnderstood = sure && intent !== 'none';
  return isUnderstood || smallTalk(text) !== undefined || wordCount(text) > mostNames;
}

/** Where the library looks for {@link dialogMemory}; its constant is not exported. */
const dialogMemoryKey = 'DialogStateManagerConfiguration';
/** The scopes and paths of the library's own memory: always the same, and gathered anew for each turn if not given. */
let dialogMemory: DialogStateManagerConfiguration | undefined;

/** One turn of one conversation: the dialog stack, and what happens to it. */
class ConversationTurn {
  readonly #scene: Scene;
  readonly #dc: DialogContext;
  readonly #texts: Texts;
  readonly turn: Turn;
  readonly memory: Memory;

  constructor(
    scene: Scene,
    dialogs: DialogSet,
    readonly walks: Map<WalkName, Walk>,
    readonly understood: Understood | undefined,
  ) {
    this.#scene = scene;
    this.turn = scene.turn;
    this.memory = scene.memory;
    this.#texts = textsFor(scene.language);
    this.turn.note({ language: scene.language });
    const { turnState } = this.turn.context;
    if (dialogMemory) turnState.set(dialogMemoryKey, dialogMemory);
    this.#dc = new DialogContext(dialogs, this.turn.context, this.memory.dialogs);
    dialogMemory ??= this.#dc.state.configuration;
    turnState.set(sceneKey, scene);
  }

  /** The walk that is going on; one that lies aside is none, although its card can be used. */
  get #current(): DialogInstance<WalkState> | undefined {
    const instance = this.#dc.activeDialog as DialogInstance<WalkState> | undefined;
    return instance?.state.aside ? undefined : instance;
  }

  /** Whether there is anything to go on with in the walk that is going on. */
  get #isUnfinished(): boolean {
    const current = this.#current;
    return (current && this.walks.get(current.id as WalkName)?.isUnfinished(current.state)) ?? false;
  }

  async run(): Promise<void> {
    const { input } = this.turn;
    const { pressed } = this.memory;
    delete this.memory.pressed;
    switch (input.kind) {
      case 'installed':
        return this.#greet();
      case 'text':
        return this.#hear(this.understood as Understood);
      case 'submit':
        return this.#press(readPress(input.value), pressed);
      case 'file':
        return this.#takeFile({ name: input.name, text: input.text });
      case 'unreadableFile':
        this.turn.say({ text: this.#texts.conversation.unreadableFile[input.problem]({ name: input.name }) });
        return;
    }
  }

  async #greet(): Promise<void> {
    const { actor } = this.turn;
    const entries = await menuFor(this.#scene);
    this.turn.say(menu(this.#texts, entries, this.#texts.conversation.greeting({ name: actor.firstName })));
  }

  async #hear(heard: Understood): Promise<void> {
    const missed = this.memory.notUnderstood;
    this.memory.notUnderstood = 0;
    const rest = heard.intent === 'person' ? withoutRefusedPerson(heard.text) : undefined;
    if (rest === '') return this.#begin('help', {});
    const understood = rest === undefined ? heard : this.#scene.understand(rest, { language: heard.language });
    const { intent, sure, data, text } = understood;
    const opening: Opening = { sentence: { text, data } };
    const current = this.#current?.id as WalkName | undefined;

    const named = namedWalk(text);
    if (named && (named !== current || !this.#isUnfinished)) return this.#begin(named, opening);
    if (named || wantsToGoOn(text)) return this.#showAgain();
    const toInvitation = await this.#answerToInvitation(understood);
    if (toInvitation === 'declines') return this.#begin('resendInvitation', opening);
    const person = await this.#personMeant(understood);
    const isOfOwnRequest = asksForNews(text);
    // “Just send it” may sound like “just leave it”.
    const isCancelled = intent === 'cancel' && sure && !goesAhead(text, this.turn.actor);
    const isWithdrawn = isOfOwnRequest && (isCancelled || withdrawsRequest(text)) && data.emails.length === 0;
    if ((isWithdrawn || isCancelled) && !person && !this.#expected(understood)) {
      // "Cancel my request" is said of one that has gone out, unless the form that asks is open still.
      return isWithdrawn && !this.#isAsking ? this.#begin('withdrawRequest', opening) : this.#cancel(data.startOver);
    }
    if (!this.#expected(understood) && (await decidesRequest(this.#scene, understood, this.#isUnfinished))) {
      return this.#begin('decideRequest', opening);
    }
    // Lines of addresses say what they are for, whatever the words in them sound like.
    if (current !== 'inviteUser' && listInText(text)) return this.#begin('inviteUser', opening);
    if (asksForPassword(text) && !this.#expected(understood)) {
      this.turn.say(await passwordAdvice(this.#scene));
      return this.#remindOfWalk();
    }
    if (person) {
      const told = tellOfPerson(this.#scene, person, { text, data });
      if ('begins' in told) return this.#begin(told.begins, { sentence: told.sentence });
      return this.turn.say(told);
    }
    if (asksForUsers(text) && !this.#expected(understood) && (await this.#mayInvite())) {
      this.turn.say(accessAdvice(this.#scene));
      return this.#remindOfWalk();
    }
    if (smallTalk(text) === undefined) {
      const other = await this.#otherWalk(understood);
      if (other) return this.#begin(other, opening);
    }
    if (await this.#beKind(text)) return;
    if (current && (await this.#continue({ kind: 'said', understood }))) return;
    if (intent === current && sure) {
      // "Yes, invite" says nothing that the form has not: beginning anew would empty it.
      if (this.#isUnfinished && !saysAnything(data)) return this.#showAgain();
      return this.#begin(intent, opening);
    }
    if (isOfOwnRequest) return this.#begin(await this.#whereNewsIs(), {});
    const told = await walkToldBy(this.#scene, understood);
    if (told) return this.#begin(told, opening);
    if (toInvitation === 'accepts') return this.#begin('checkRole', {});
    if (isThanks(text)) return this.#giveWelcome();
    if (await this.#takeAnswer(goesAhead(text, this.turn.actor) ? 'yes' : readAnswer(text))) return;
    this.memory.notUnderstood = missed + 1;
    await this.#guess(understood);
  }

  /** @returns the walk that a sentence is surely for, which interrupts the one that is going on; undefined where it is not so. */
  async #otherWalk(understood: Understood): Promise<WalkName | undefined> {
    const { intent, sure } = understood;
    if (!sure || intent === 'none' || intent === 'cancel' || this.#expected(understood)) return undefined;
    // A partner proves nothing by facts of the agreement: these are its customers.
    const { house } = this.#scene;
    if (intent === 'resendInvitation' && (await isForOwnCustomer(house, this.turn.actor, understood))) return 'partner';
    return intent === this.#current?.id ? undefined : intent;
  }

  /** Who a sentence is about that names somebody whose access its writer may deal with; beside an open form it is for that. */
  async #personMeant(understood: Understood): Promise<NamedPerson | undefined> {
    if (this.#isUnfinished || !mayBeOfPerson(understood) || beginsAsDecision(understood.text)) return undefined;
    // Whoever surely wants to talk to somebody is not asking about them.
    if (this.#expected(understood) || (understood.sure && understood.intent === 'person')) return undefined;
    return personNamed(this.#scene.house, this.turn.actor, understood.mentioned);
  }

  async #mayInvite(): Promise<boolean> {
    return (await inviterAccounts(this.#scene.house, this.turn.actor)).length > 0;
  }

  /** How a sentence answers an invitation that waits for its writer, where it answers nothing else here. */
  async #answerToInvitation(understood: Understood): Promise<Awaited<ReturnType<typeof answersOwnInvitation>>> {
    if (this.#isUnfinished || this.#expected(understood)) return undefined;
    return answersOwnInvitation(this.#scene.house, this.turn.actor, understood);
  }

  /**
   * A yes beside a form is its button's to say; a yes or a no after all is done says nothing more.
   *
   * @returns whether it was one of these.
   */
  async #takeAnswer(answer: ReturnType<typeof readAnswer>): Promise<boolean> {
    if (answer === undefined || (answer === 'no' && this.#isUnfinished)) return false;
    if (this.#isUnfinished) {
      this.turn.say({ text: this.#texts.conversation.pressToGoOn });
      await this.#showAgain();
    } else this.turn.say(menu(this.#texts, await menuFor(this.#scene)));
    return true;
  }

  /** Whether a form is open with which the administrators are asked for something. */
  get #isAsking(): boolean {
    const { id, state } = this.#current ?? {};
    return (id === 'findAdministrator' || id === 'checkRole') && state?.step === 'ask';
  }

  /** Whether somebody has asked the administrators for something and nobody has answered yet. */
  async #hasAsked(): Promise<boolean> {
    return (await ownRequests(this.#scene.house, this.turn.actor)).length > 0;
  }

  /** The walk that tells how things stand with what somebody has asked the administrators for. */
  async #whereNewsIs(): Promise<WalkName> {
    const { accounts } = await myRoles(this.#scene.house, this.turn.actor);
    return accounts.some(({ openRequest }) => openRequest) ? 'checkRole' : 'findAdministrator';
  }

  /** @returns whether it was a greeting, thanks, or the like, which has its answer and is nothing to be understood. */
  async #beKind(text: string): Promise<boolean> {
    if (wroteIt(text)) {
      this.turn.say({ text: this.#texts.mail.mailUnproven.wroteIt });
      this.#remindOfWalk();
      return true;
    }
    // A mention of Usher and nothing more calls it.
    const kind = text.trim() === '' ? 'greeting' : smallTalk(text);
    if (kind === undefined) return false;
    if (kind === 'thanks') this.#giveWelcome();
    else {
      await this.#greet();
      this.#remindOfWalk();
    }
    return true;
  }

  #giveWelcome(): void {
    this.turn.say({ text: this.#texts.smallTalk.welcome });
    this.#remindOfWalk();
  }

  /** After something that was no walk's business: says where the person was, if there is anything to go on with. */
  #remindOfWalk(): void {
    const current = this.#current;
    if (!current || !this.#isUnfinished) return;
    this.turn.say({ text: this.#texts.conversation.stillAt({ walk: this.#texts.walks[current.id as WalkName] }) });
  }

  /** Whether the walk that is going on waits for just that. */
  #expected(understood: Understood): boolean {
    const current = this.#current;
    if (!current) return false;
    return this.walks.get(current.id as WalkName)?.expects(current.state, understood) ?? false;
  }

  /** Not understood for sure: offers what may have been meant, and after a while a person. */
  async #guess({ alternatives, intent, text }: Understood): Promise<void> {
    const notUnderstood = foldedSentence(text);
    if (notUnderstood) this.turn.note({ notUnderstood });
    const walks =
      intent === 'none'
        ? []
        : alternatives
            .map((alternative) => alternative.intent)
            .filter((name): name is Exclude<typeof name, 'none' | 'cancel'> => name !== 'none' && name !== 'cancel')
            .slice(0, 3);
    const offerPerson = this.memory.notUnderstood >= patience;
    if (walks.length > 0) this.turn.say(didYouMean(this.#texts, walks, text, offerPerson));
    else
      this.turn.say(menu(this.#texts, await menuFor(this.#scene), this.#texts.conversation.notUnderstood, offerPerson));
    // Perhaps it was none of these languages.
    if (this.turn.clientLocale !== undefined && spokenLanguage(this.turn.clientLocale) === undefined) {
      this.turn.say({ text: this.#texts.conversation.speaks({ languages: this.#languagesSpoken }) });
    }
    this.#remindOfWalk();
  }

  /** Each by its own name. */
  get #languagesSpoken(): string {
    return listInWords(
      languages.map((language) => textsFor(language).languageName),
      this.#scene.language,
    );
  }

  async #press(press: Press | undefined, before: Memory['pressed']): Promise<void> {
    if (!press) {
      this.turn.say({ text: this.#texts.conversation.strangeCard });
      await this.#showAgain();
      return;
    }
    this.memory.notUnderstood = 0;
    if (press.do === 'begin') return this.#pressBegin(press.walk, { ...press.inputs, ...press.data }, before);
    const [run, revision] = press.card.split('-') as [string, string];
    const instance = this.memory.dialogs.dialogStack.find(
      ({ id, state }) => id === press.walk && (state as WalkState).run === run,
    );
    if (!instance) return this.#pressTooLate(press.walk, run);
    this.#bringToTop(press.walk);
    this.#overtakePressedCard();
    if (press.do === 'cancel') return this.#cancel(false);
    if ((instance.state as WalkState).revision !== Number(revision)) {
      this.turn.say({ text: this.#texts.conversation.stepDone });
      return this.#showAgain();
    }
    const { inputs: accepted = {} } = this.walks.get(press.walk) ?? {};
    // The action comes from outside: `constructor` is none, although every object has it.
    const schema = Object.hasOwn(accepted, press.action) ? accepted[press.action] : undefined;
    const inputs = schema?.safeParse(press.inputs);
    if (!inputs?.success) {
      this.turn.say({ text: this.#texts.conversation.strangeCard });
      return this.#showAgain();
    }
    await this.#continue({ kind: 'pressed', action: press.action, data: press.data ?? {}, inputs: inputs.data });
  }

  /**
   * A button that begins a walk. Pressed twice in a row it says nothing more: the answer stands there. Pressed later,
   * while the form that it opened is as it was then, it brings that form up again.
   */
  async #pressBegin(walk: WalkName, data: Record<string, string>, before: Memory['pressed']): Promise<void> {
    if (this.walks.get(walk)?.asksAnew(data)) return this.#begin(walk, this.#openingOf(data));
    const button = buttonId(walk, data);
    const isAgain = before?.button === button && DateTime.now().toMillis() - before.at < doublePress;
    if (isAgain) {
      this.memory.pressed = before;
      return;
    }
    const open = this.memory.dialogs.dialogStack.find(({ id }) => id === walk)?.state as WalkState | undefined;
    if (open?.begunBy?.button === button && open.begunBy.revision === open.revision) {
      this.#bringToTop(walk);
      await this.#showAgain();
    } else {
      const run = open?.run;
      await this.#begin(walk, this.#openingOf(data));
      const begun = this.#dc.activeDialog as DialogInstance<WalkState> | undefined;
      // Where it only looked something up, the run that was there before is the same still.
      if (begun?.id === walk && begun.state.run !== run) {
        begun.state.begunBy = { button, revision: begun.state.revision };
      }
    }
    this.memory.pressed = { button, at: DateTime.now().toMillis() };
  }

  /** A *did you mean* button carries the sentence back, so that the data in it is not asked for again. */
  #openingOf(button: Record<string, string>): Opening {
    const { sentence, ...rest } = button;
    if (!sentence) return { button: rest };
    const { text, data } = this.#scene.understand(sentence);
    return { button: rest, sentence: { text, data } };
  }

  /** A card of a walk that is over, or of somebody else's conversation. */
  #pressTooLate(walk: WalkName, run: string): void {
    const ended = this.memory.ended.find((end) => end.card === run);
    const words = this.#texts.conversation;
    const closing = ended?.closing ?? '';
    const done = closing && !ended?.cancelled;
    this.turn.say(
      outOfDate(
        this.#texts,
        walk,
        done ? words.alreadyDone({ what: closing }) : `${words.outOfDate} ${closing}`.trim(),
      ),
    );
  }

  async #takeFile(file: { name: string; text: string }): Promise<void> {
    if (this.#current && (await this.#continue({ kind: 'sentFile', ...file }))) return;
    // People who send a list want those on it invited; the walk itself says who may not.
    await this.#begin('inviteUser', { file });
  }

  async #begin(walk: WalkName, opening: Opening): Promise<void> {
    if (opening.button) this.#overtakePressedCard();
    if (await this.walks.get(walk)?.look(new Stage(this.#scene, walk, newWalkState()), opening)) return;
    this.#scene.overtaken = undefined;
    // At most one run of each walk: beginning it anew ends the old one.
    const { dialogStack } = this.memory.dialogs;
    const old = dialogStack.findIndex(({ id }) => id === walk);
    if (old >= 0) this.#noteLeft(...dialogStack.splice(old, 1));
    await this.#dc.beginDialog(walk, opening);
  }

  /** @returns whether the walk that is going on took it. */
  async #continue(event: WalkEvent): Promise<boolean> {
    this.turn.context.turnState.set(eventKey, event);
    this.turn.context.turnState.set(notTakenKey, false);
    // Not by the context's own method: it tells the stack first, by an event, that an activity has come, and no walk listens.
    const { activeDialog } = this.#dc;
    if (!activeDialog) return false;
    await this.walks.get(activeDialog.id as WalkName)?.continueDialog(this.#dc);
    return !this.turn.context.turnState.get(notTakenKey);
  }

  async #showAgain(): Promise<void> {
    if (this.#current) await this.#continue({ kind: 'showAgain' });
    else this.turn.say(menu(this.#texts, await menuFor(this.#scene)));
  }

  async #cancel(startOver: boolean): Promise<void> {
    const current = this.#current;
    if (startOver) {
      this.#noteLeft(...this.memory.dialogs.dialogStack);
      await this.#dc.cancelAllDialogs();
      if (current) this.turn.note({ walk: null, step: 'cancelled' });
      this.turn.say(menu(this.#texts, await menuFor(this.#scene), this.#texts.conversation.startedOver));
      return;
    }
    if (!current) {
      // "Cancel", when all that is left to cancel is what was asked for.
      if (await this.#hasAsked()) return this.#begin('withdrawRequest', {});
      this.turn.say(menu(this.#texts, await menuFor(this.#scene), this.#texts.conversation.nothingToCancel));
      return;
    }
    const walk = current.id as WalkName;
    const closing = this.#texts.conversation.cancelled({ walk: this.#texts.walks[walk] });
    rememberEnd(this.memory, { card: current.state.run, walk, closing, cancelled: true });
    this.turn.note({ walk, step: 'cancelled' });
    this.#noteLeft(current);
    const { overtaken } = this.#scene;
    if (overtaken === undefined) this.turn.say({ text: closing });
    else {
      this.turn.say({
        ...notice(this.#texts, { lines: [closing], next: [walk] }),
        replaces: { activityId: overtaken },
      });
    }
    this.#scene.overtaken = undefined;
    // Ends this walk only; the one that it interrupted is taken up again.
    await this.#dc.endDialog();
  }

  /** Notes for the figures where walks were given up. One that was only looked at has done what it was for. */
  #noteLeft(...left: DialogInstance[]): void {
    for (const { id, state } of left) {
      const walk = id as WalkName;
      if (this.walks.get(walk)?.isUnfinished(state)) noteWalk(this.#scene, walk, state, 'givenUp');
    }
  }

  /** What is shown next takes the place of the card that was pressed. */
  #overtakePressedCard(): void {
    const { input } = this.turn;
    this.#scene.overtaken = input.kind === 'submit' ? input.cardActivityId : undefined;
  }

  /** A press on a card of an interrupted walk takes that walk up again. */
  #bringToTop(walk: WalkName): void {
    const { dialogStack } = this.memory.dialogs;
    const place = dialogStack.findIndex(({ id }) => id === walk);
    const [instance] = dialogStack.splice(place, 1);
    if (!instance) return;
    delete (instance.state as WalkState).aside;
    dialogStack.push(instance);
  }
}

function saysAnything(data: Understood['data']): boolean {
  return Object.values(data).some((found) => (Array.isArray(found) ? found.length > 0 : Boolean(found)));
}

/** Names a button by what it does: two cards may have the same one. */
function buttonId(walk: WalkName, data: Record<string, string>): string {
  return createHash('sha256')
    .update(JSON.stringify([walk, data]))
    .digest('base64url')
    .slice(0, 16);
}
