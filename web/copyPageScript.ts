/**
 * What the copy page does in the browser. The value stands behind the # of the address, which browsers keep to
 * themselves, so it never reaches the server; only what looks like a value of ours is shown, so that nobody can have
 * this page show a text of theirs.
 */
export const copyPageScript = `'use strict';
(() => {
  const part = (id) => document.getElementById(id);
  const field = part('value');
  const outcome = part('outcome');

  const show = () => {
    let value = '';
    try {
      value = decodeURIComponent(location.hash.slice(1));
    } catch {
      // Not written by a card of ours.
    }
    const fits = /^usher-verification=[A-Za-z0-9_-]{16,128}$/.test(value);
    part('withValue').hidden = !fits;
    part('withoutValue').hidden = fits;
    outcome.textContent = '';
    if (!fits) return;
    field.value = value;
    field.focus();
    field.select();
  };

  const copy = async () => {
    field.focus();
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      outcome.textContent = outcome.dataset.copied;
    } catch {
      // Without permission, or on a page that is not secure: the old way, which older browsers know.
      const copied = document.execCommand('copy');
      outcome.textContent = copied ? outcome.dataset.copied : outcome.dataset.yourself;
    }
  };

  field.addEventListener('focus', () => field.select());
  part('copy').addEventListener('click', copy);
  addEventListener('hashchange', show);
  part('withoutScript').hidden = true;
  show();
})();
`;
