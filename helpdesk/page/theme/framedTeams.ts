/** What Teams tells a page in one of its tabs. */
export interface Teams {
  /** `default`, `dark`, `contrast` or `glass`. */
  theme: string;
  onTheme(handler: (theme: string) => void): void;
  /** The user's, e.g. `it-it`. */
  locale: string;
  /** A token that proves to the server who is signed in to Teams. */
  signInToken(): Promise<string>;
}

/** Milliseconds after which whatever frames the page is not Teams. */
const patience = 5_000;

/** @returns what Teams says, or nothing where the page is not in Teams; its library is fetched only inside a frame. */
export async function framedTeams(): Promise<Teams | undefined> {
  if (window.parent === window.self) return undefined;
  try {
    const { app, authentication } = await import('@microsoft/teams-js');
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error('nobody answers')), patience);
    });
    await Promise.race([app.initialize(), late]);
    const { app: facts } = await app.getContext();
    app.notifySuccess();
    return {
      theme: facts.theme,
      locale: facts.locale,
      signInToken: () => authentication.getAuthToken(),
      onTheme: (handler) => app.registerOnThemeChangeHandler(handler),
    };
  } catch {
    return undefined;
  }
}
