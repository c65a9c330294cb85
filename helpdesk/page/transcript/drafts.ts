export interface Draft {
  kind: 'answer' | 'note';
  text: string;
}

/** What was typed and not sent, by conversation: as long as the page is open nothing of it is lost. */
const drafts = new Map<string, Draft>();

// Whoever closes the page is asked whether they want that.
addEventListener('beforeunload', (event) => {
  if ([...drafts.values()].some(({ text }) => text.trim() !== '')) event.preventDefault();
});

export const draftStore = {
  get: (conversation: string): Draft => drafts.get(conversation) ?? { kind: 'answer', text: '' },
  set(conversation: string, draft: Draft) {
    drafts.set(conversation, draft);
  },
  remove(conversation: string) {
    drafts.delete(conversation);
  },
};
