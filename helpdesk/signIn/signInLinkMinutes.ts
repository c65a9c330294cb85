/** For how long a sign-in link of local mode works, in minutes. */
export const signInLinkMinutes = 15;
