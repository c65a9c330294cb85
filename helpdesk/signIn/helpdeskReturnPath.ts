/** Where the browser comes back to from Microsoft; to be registered there. */
export const helpdeskReturnPath = '/helpdesk/sign-in/back';
