import type { Locator, Page } from 'playwright-core';
import { keepPicture } from './keepPicture.ts';

/** What Usher shows: a card, or a line of text. */
const shown = '.ac-adaptiveCard, .fai-OutputCard p[node]';
/** The same, as far as it came after what the person did last. */
const fresh = '.ac-adaptiveCard:not([data-before]), .fai-OutputCard p[node]:not([data-before])';

/** One person's window with their chat. */
export class Chat {
  /** The card that was looked at last; buttons and fields are looked for there. */
  card: Locator;
  private looks = 0;

  constructor(readonly page: Page) {
    this.card = page.locator(shown).last();
  }

  /** Resolves when messages can be written, and the greeting has come. */
  async isReady(): Promise<void> {
    await this.page.getByTitle('Hide log panel').click();
    await this.page.locator(shown).getByRole('button').last().waitFor();
    await this.watch();
  }

  /** Loads the window anew: of what was said before it shows nothing. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.getByTitle('Hide log panel').click();
    await this.watch();
  }

  private async watch(): Promise<void> {
    // A card that is given other words in its place counts as new.
    await this.page.evaluate(`
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const card = (target.nodeType === 1 ? target : target.parentElement)?.closest('[data-before]');
          if (card && card.textContent !== card.dataset.before) card.removeAttribute('data-before');
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true })`);
  }

  /** Types a message and sends it; several lines are pasted. */
  async says(text: string): Promise<void> {
    await this.page.bringToFront();
    await this.nowOnly();
    const box = this.page.locator('[contenteditable=true][role=textbox]');
    await box.click();
    await this.page.keyboard.insertText(text);
    await this.page.keyboard.press('Enter');
  }

  /** Waits for a card, or a line, that came after what the person did last and contains the text. */
  async sees(text: string | RegExp): Promise<Locator> {
    const seen = this.page.locator(fresh).filter({ hasText: text }).last();
    const mark = `seen-${++this.looks}`;
    await seen.waitFor();
    await seen.evaluate((node, name) => node.setAttribute('data-mark', name), mark);
    this.card = this.page.locator(`[data-mark=${mark}]`);
    return this.card;
  }

  /** Presses a button of the card looked at last, by its full name. */
  async presses(name: string): Promise<void> {
    await this.nowOnly();
    await this.press(name);
  }

  /** Presses a button that leads elsewhere: nothing is answered here. */
  async press(name: string): Promise<void> {
    await this.page.bringToFront();
    await this.button(name).click();
  }

  /** Fills in a field of the card looked at last, by the beginning of its label. */
  async fills(label: string, value: string): Promise<void> {
    await this.field(label).fill(value);
  }

  /** Ticks a box of the card looked at last. */
  async ticks(label: string): Promise<void> {
    await this.page.bringToFront();
    await this.card.getByText(label, { exact: true }).click();
  }

  button(name: string): Locator {
    const { card } = this;
    // One that opens a page is a link to those who listen.
    return card
      .getByRole('button', { name, exact: true })
      .or(card.locator('button[role=link]').filter({ hasText: new RegExp(`^${name}$`) }));
  }

  field(label: string): Locator {
    return this.card.getByLabel(new RegExp(`^${label}`));
  }

  /** Keeps a picture of the window, or of the last card as it would look on a phone. */
  async picture(name: string, width?: 'phone'): Promise<void> {
    await this.page.bringToFront();
    if (!width) return await keepPicture(this.page, `browser/${name}`);
    const style = await this.page.addStyleTag({
      content: '.fai-OutputCard { width: 360px !important; min-width: 0 !important; max-width: 360px !important }',
    });
    await keepPicture(this.card, `browser/${name}-400`);
    await style.evaluate((node) => node.remove());
  }

  /** Everything that Usher shows now counts as from before. */
  private async nowOnly(): Promise<void> {
    await this.page.evaluate(
      `for (const node of document.querySelectorAll(${JSON.stringify(shown)})) node.dataset.before = node.textContent`,
    );
  }
}
