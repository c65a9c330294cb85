import { isRole, type Role } from '../../models/role.ts';
import type { Answer } from './answer.ts';

/** The roles that an approval gives and withholds, taken up one after the other. */
export class GivenRoles {
  readonly #answer: Answer;
  readonly #given = new Set<string>();
  readonly #withheld = new Set<string>();
  /** Whether the last one was withheld. */
  #isWithholding = false;
  #isAll = false;

  constructor(answer: Answer) {
    this.#answer = answer;
  }

  /** Whether any is given by its name. */
  get isNamed(): boolean {
    return this.#given.size > 0;
  }

  /** Takes up that all are given that were asked for. */
  giveAll(): void {
    this.#isAll = true;
  }

  /**
   * Takes up a role with what stands around it: "but only as a report viewer", "and not as administrator".
   *
   * @returns the index behind it; undefined where none stands, or nobody knows what is done with it.
   */
  take(from: number): number | undefined {
    const { items } = this.#answer;
    const is = this.#answer.isKind.bind(this.#answer);
    const isSeparated = (index: number) => index === 0 || this.#answer.isSeparated(index);
    const around = new Set<string>();
    let at = from;
    for (; at < items.length && !is(at, 'role'); at++) {
      if (at > from && this.#answer.isEndOfSentence(at)) return undefined;
      // "Report viewer no, account viewer": the no belongs to what stands before it.
      if (at > from && is(at - 1, 'not') && isSeparated(at)) return undefined;
      const kind = ['not', 'only', 'but', 'and', 'as', 'article'].find((one) => is(at, one));
      if (kind === undefined || (kind === 'not' && around.has('not'))) return undefined;
      around.add(kind);
    }
    const named = items[at];
    // Some wordings say too little of how much they give: "full access".
    if (!named || is(at, 'doubt') || (at > from && is(at - 1, 'not') && isSeparated(at))) return undefined;
    const [isNegated, hasBut] = [around.has('not'), around.has('but')];
    // "But read only": the name itself says so.
    const isOnly = around.has('only') || is(at, 'only');
    // "All roles but user administrator" takes out what "but as user administrator" puts in.
    if (hasBut && !isOnly && !isNegated && !around.has('as')) return undefined;
    // "not only as …": neither here nor there.
    if (isNegated && isOnly) return undefined;
    // "not as a, b": whether b is to be given is anybody's guess.
    if (this.#isWithholding && ((!isNegated && !isOnly && !hasBut) || around.has('and'))) return undefined;
    this.#isWithholding = isNegated;
    for (const role of named.roles) (isNegated ? this.#withheld : this.#given).add(role);
    return at + 1;
  }

  /** @returns those that are given by their names, none where none is named; undefined where they contradict each other. */
  chosen(): Role[] | undefined {
    if (this.#isAll && this.isNamed) return undefined;
    const roles = [...this.#given].filter(isRole);
    // A designation is no role; who names one may mean what they may not give.
    if (roles.length < this.#given.size) return undefined;
    if ([...this.#withheld].some((role) => this.#given.has(role))) return undefined;
    return this.#withheld.size > 0 && roles.length === 0 ? undefined : roles;
  }
}
