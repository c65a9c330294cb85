/** @returns where one signs in and comes back from to a page of the console. */
export function signInPath(backTo: string): string {
  return `/helpdesk/sign-in?${new URLSearchParams({ to: backTo })}`;
}
