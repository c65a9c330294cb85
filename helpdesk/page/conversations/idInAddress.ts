/** @returns the id of the conversation in the page's address; what the router gives is decoded only in part. */
export function idInAddress(): string | undefined {
  const encoded = /^\/helpdesk\/conversations\/([^/]+)$/.exec(location.pathname)?.[1];
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
