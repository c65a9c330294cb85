import { countryTyped } from '../cards/countryChoices.ts';
import { fieldProblems, refusalInWords } from '../cards/inWords.ts';
import { lineProblem } from '../cards/lineProblem.ts';
import { notice } from '../cards/notice.ts';
import { peopleChecked } from '../cards/peopleChecked.ts';
import { mostListBytes, peopleForm } from '../cards/peopleForm.ts';
import { suggestName } from '../language/extract/suggestName.ts';
import { isRole, type Role } from '../models/role.ts';
import { type CheckedLine, checkPeople, isInvitable, mostPeople } from '../onboarding/checkPeople.ts';
import { inviteMany } from '../onboarding/inviteMany.ts';
import { type PeopleLine, readPeople, type Said } from '../onboarding/readPeople.ts';
import type { InviteStage, PeopleList, Place } from './inviteUserState.ts';
import { namesOf } from './namesOf.ts';

/** A thousand lines with room to spare, in characters; it is kept with the conversation while the list is checked. */
const longestText = 300_000;

/** How many different wordings of roles one list may have. */
const mostRoleWordings = 200;

/** Begins with many people: asks for the list, or checks the one that came. */
export async function beginPeople(
  stage: InviteStage,
  place: Place,
  came: Partial<Pick<PeopleList, 'text' | 'file' | 'language' | 'country' | 'roles'>> = {},
): Promise<void> {
  // A list that came by itself has nothing to do with a form that was left half filled in for one person.
  const { draft = {} } = came.text === undefined ? stage.state : {};
  stage.state.list = {
    text: '',
    language: draft.language ?? stage.language,
    country: draft.country ?? place.here.account.country,
    roles: [...(draft.roles ?? [])],
    includeOutside: false,
    ...came,
  };
  if (came.text !== undefined) return takeText(stage, place);
  stage.goTo('people');
  showPeopleForm(stage, place);
}

/** Takes a list that came by itself, as lines or as a file: what holds for all of it is asked for only if need be. */
async function takeText(stage: InviteStage, place: Place): Promise<void> {
  const list = listOf(stage);
  if (refuseText(stage, place, list.text)) return;
  // A line with something else wrong is shown with it; what holds for all does not help it.
  const saysAll = !read(stage, list).some(
    ({ problems }) =>
      problems.length > 0 && problems.every(({ field, problem }) => problem === 'missing' && defaultFields.has(field)),
  );
  if (saysAll) return check(stage, place);
  stage.goTo('defaults');
  showPeopleForm(stage, place);
}

const defaultFields = new Set(['language', 'country', 'roles']);

/** Shows the form for the list, or for what holds for all of a list that has come. */
export function showPeopleForm(stage: InviteStage, place: Place, problems: Record<string, string> = {}): void {
  const list = listOf(stage);
  const words = stage.texts.inviteMany;
  const kept = stage.state.step === 'defaults';
  const people = list.correcting ? linesAt(list.text, list.correcting) : list.text;
  const said = kept
    ? [words.kept({ count: read(stage, list).length, ...(list.file && { name: list.file }) })]
    : list.correcting
      ? [words.correctWrong({ shown: list.correcting.length })]
      : [];
  stage.show(
    peopleForm(
      { ...(!kept && { people: fits(people) ? people : '' }), defaults: list },
      place.here,
      { said, problems, most: mostPeople },
      stage.button,
      stage.reader,
    ),
  );
}

/** The form was sent: checks the list. */
export async function checkTyped(
  stage: InviteStage,
  place: Place,
  typed: { people: string; language: string; country: string; roles: string },
): Promise<void> {
  const list = listOf(stage);
  Object.assign(list, {
    language: typed.language,
    country: countryTyped(typed.country, stage.language),
    roles: rolesIn(typed.roles),
    // The second yes was for those who stood there, with what they were to get.
    includeOutside: false,
  });
  if (stage.state.step === 'people') {
    list.text = list.correcting ? withCorrection(list.text, list.correcting, typed.people) : typed.people;
    delete list.correcting;
    if (refuseText(stage, place, list.text)) return;
  }
  await check(stage, place);
}

/** A text of which nothing can be made goes no further than the form. @returns whether it is one. */
function refuseText(stage: InviteStage, place: Place, text: string): boolean {
  const words = stage.texts.inviteMany;
  const problem = text.length > longestText ? words.tooLong : text.trim() === '' ? words.noLines : undefined;
  if (problem === undefined) return false;
  backToForm(stage, place, problem);
  return true;
}

function backToForm(stage: InviteStage, place: Place, problem: string): void {
  const list = listOf(stage);
  if (!fits(list.text)) list.text = '';
  delete list.file;
  if (stage.state.step !== 'people') stage.goTo('people');
  showPeopleForm(stage, place, { people: problem });
}

/** Checks the whole list anew and shows what came of it. */
async function check(stage: InviteStage, place: Place): Promise<void> {
  delete listOf(stage).from;
  stage.goTo('checked');
  await showChecked(stage, place);
}

/**
 * Shows the list as it is now: anybody on it may have been invited meanwhile.
 * @param said what has happened to it since it was shown before.
 */
export async function showChecked(stage: InviteStage, place: Place, said?: string): Promise<void> {
  const checked = await checkList(stage, place);
  if (!checked) return;
  const list = listOf(stage);
  const { lines, invitable, outside } = checked;
  const { from } = list;
  list.offered = invitable.length;
  stage.show(
    peopleChecked(
      {
        account: place.here.account,
        total: lines.length,
        invitable: invitable.length,
        outside: { count: outside.length, included: list.includeOutside },
        left: lines
          .filter((line) => !invitable.includes(line))
          .map((line) => ({
            line: line.line,
            text: line.text,
            problem: lineProblem(line, stage.reader) ?? stage.texts.inviteMany.result.other,
          })),
        people: invitable.flatMap(({ person }) => person ?? []),
        ...(said !== undefined && { said }),
        ...(from !== undefined && { from }),
      },
      stage.button,
      stage.reader,
    ),
  );
}

/** Whether those outside the verified domains are invited too: the second yes, for all of them at once. */
export async function includeOutside(stage: InviteStage, place: Place, include: boolean): Promise<void> {
  listOf(stage).includeOutside = include;
  stage.goTo('checked');
  await showChecked(stage, place);
}

/** Turns to a page of the lines that are left out, or back to the overview. */
export async function showProblems(stage: InviteStage, place: Place, from: string | undefined): Promise<void> {
  const list = listOf(stage);
  if (from === undefined) delete list.from;
  else list.from = /^\d{1,4}$/.test(from) ? Number(from) : 0;
  await showChecked(stage, place);
}

/** Opens the list again: all of it where it fits into a card, otherwise the lines that are left out. */
export async function correctList(stage: InviteStage, place: Place): Promise<void> {
  const checked = await checkList(stage, place);
  if (!checked) return;
  const list = listOf(stage);
  delete list.correcting;
  stage.goTo('people');
  if (!fits(list.text)) {
    const wrong = checked.lines.filter((line) => line.problems.length > 0 || line.refusal);
    const correcting: NonNullable<PeopleList['correcting']> = [];
    for (const { line, text } of wrong) {
      const place = { line, height: text.split(/\r?\n/).length };
      if (!fits(linesAt(list.text, [...correcting, place]))) break;
      correcting.push(place);
    }
    list.correcting = correcting;
    // Nothing to correct in the lines: what holds for all of them can be changed still.
    if (correcting.length === 0) {
      delete list.correcting;
      stage.goTo('defaults');
    }
  }
  showPeopleForm(stage, place);
}

/** The yes: invites everybody whom the card counted, if that still are as many. */
export async function inviteList(stage: InviteStage, place: Place): Promise<void> {
  const list = listOf(stage);
  const checked = await checkList(stage, place);
  if (!checked) return;
  const { invitable } = checked;
  if (invitable.length === 0 || invitable.length !== list.offered) {
    delete list.from;
    stage.goTo('checked');
    return showChecked(stage, place, stage.texts.inviteMany.changed);
  }
  const result = stage.noted(
    await inviteMany(stage.house, stage.actor, {
      purchasingAccountId: place.here.account.id,
      lines: invitable.map(({ line, text, person, problems }) => ({ line, text, problems, ...(person && { person }) })),
      ...(list.includeOutside && { confirmOutsideDomain: true }),
    }),
    () => 'invitingMany',
  );
  if (result.outcome === 'refused') {
    const line = refusalInWords(result.refusal, stage.reader);
    // The list stays for when it may go on.
    if (result.refusal.reason === 'limited') return showChecked(stage, place, line);
    stage.show(notice(stage.texts, { lines: [line], next: ['inviteUser', 'person'] }));
    return stage.refuse(line);
  }
  const words = stage.texts.inviteMany;
  const started = words.started({ count: result.total });
  // How a list goes on is shown in Teams alone.
  const next = stage.actor.channel === 'mail' ? words.startedNextByMail : words.startedNext;
  stage.show(notice(stage.texts, { title: words.startedTitle, lines: [started, next], next: ['inviteUser'] }));
  stage.end(started);
}

/** @returns the list with each line's findings, or undefined when that was answered by the form already. */
async function checkList(
  stage: InviteStage,
  place: Place,
): Promise<{ lines: CheckedLine[]; invitable: CheckedLine[]; outside: CheckedLine[] } | undefined> {
  const list = listOf(stage);
  const words = stage.texts.inviteMany;
  const lines = read(stage, list);
  if (lines.length === 0) {
    backToForm(stage, place, words.noLines);
    return undefined;
  }
  const result = await checkPeople(stage.house, stage.actor, { purchasingAccountId: place.here.account.id, lines });
  if (result.outcome === 'refused') {
    const { refusal } = result;
    if (refusal.reason === 'tooMany') {
      backToForm(stage, place, words.tooMany({ most: refusal.most }));
      return undefined;
    }
    const line = fieldProblems(refusal, stage.reader).lines ?? refusalInWords(refusal, stage.reader);
    stage.show(notice(stage.texts, { lines: [line], next: ['findAdministrator', 'person'] }));
    stage.refuse(line);
    return undefined;
  }
  const fine = result.lines.filter(isInvitable);
  const outside = result.lines.filter(({ refusal }) => refusal?.reason === 'outsideDomain');
  const invited = new Set(list.includeOutside ? [...fine, ...outside] : fine);
  return { lines: result.lines, invitable: result.lines.filter((line) => invited.has(line)), outside };
}

function read(stage: InviteStage, list: PeopleList): PeopleLine[] {
  const known = new Map<string, Role | undefined>();
  const roleNamed = (words: string): Role | undefined => {
    // A file whose last column holds something else must not keep everybody waiting.
    if (!known.has(words) && known.size < mostRoleWordings) known.set(words, roleIn(stage, words));
    return known.get(words);
  };
  return readPeople(
    withNames(list.text),
    { language: list.language, country: list.country, roles: rolesIn(list.roles.join(',')) },
    { roleNamed, saidBeside: (line) => saidBeside(stage, line) },
  );
}

/** Lines of nothing but an address get the name that the address tells; the checked list shows it before it is used. */
function withNames(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const address = line.trim();
      if (!/^[^\s@;,<]+@[^\s@;,>]+$/.test(address)) return line;
      const name = suggestName(address.toLowerCase())?.name;
      return name === undefined ? line : `${name} <${address}>`;
    })
    .join('\n');
}

/** A cell names one role, in any language. */
function roleIn(stage: InviteStage, words: string): Role | undefined {
  const { roles } = stage.scene.understand(words).data;
  return roles.length === 1 ? roles[0] : undefined;
}

function saidBeside(stage: InviteStage, line: string): Said {
  const [person] = stage.scene.understand(line).data.people;
  if (!person) return { roles: [] };
  const { name, languages, countries, roles } = person;
  return { name: name && namesOf(name), language: languages[0], country: countries[0], roles };
}

function rolesIn(text: string): Role[] {
  return text.split(',').filter(isRole);
}

function listOf(stage: InviteStage): PeopleList {
  stage.state.list ??= {
    text: '',
    language: stage.language,
    country: '',
    roles: [],
    includeOutside: false,
  };
  return stage.state.list;
}

/** Whether a card can show this much of a list beside everything else. */
function fits(text: string): boolean {
  return Buffer.byteLength(JSON.stringify(text)) <= mostListBytes;
}

function linesAt(text: string, places: readonly { line: number; height: number }[]): string {
  const lines = text.split(/\r?\n/);
  return places.map(({ line, height }) => lines.slice(line - 1, line - 1 + height).join('\n')).join('\n');
}

/** The text with the lines at `places` taken out and the corrected ones at its end. */
function withCorrection(text: string, places: readonly { line: number; height: number }[], corrected: string): string {
  const taken = new Set(places.flatMap(({ line, height }) => Array.from({ length: height }, (_, i) => line - 1 + i)));
  const kept = text.split(/\r?\n/).filter((_, index) => !taken.has(index));
  while (kept.at(-1)?.trim() === '') kept.pop();
  return [...kept, corrected].join('\n');
}
