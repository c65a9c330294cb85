import type { Server } from 'restify';
import { SandboxSubscription } from '../sandboxSubscription.ts';
import { answering } from './answering.ts';
import { readJson } from './readJson.ts';
import { allSubscriptions, asGraphSubscription, renew, subscribe, subscriptionOf } from './subscriptions.ts';

/** Mounts the subscriptions to change notifications. */
export function mountSubscriptions(server: Server, base: string): void {
  const one = `${base}/subscriptions/:subscription`;

  server.post(
    `${base}/subscriptions`,
    answering(async ({ request, immutable }) => {
      return { status: 201, json: asGraphSubscription(await subscribe(await readJson(request), immutable)) };
    }, false),
  );

  server.get(
    `${base}/subscriptions`,
    answering(async () => {
      return { status: 200, json: { value: (await allSubscriptions()).map(asGraphSubscription) } };
    }, false),
  );

  server.get(
    one,
    answering(async ({ param }) => {
      return { status: 200, json: asGraphSubscription(await subscriptionOf(param('subscription'))) };
    }, false),
  );

  server.patch(
    one,
    answering(async ({ request, param }) => {
      return { status: 200, json: asGraphSubscription(await renew(param('subscription'), await readJson(request))) };
    }, false),
  );

  server.del(
    one,
    answering(async ({ param }) => {
      const { _id } = await subscriptionOf(param('subscription'));
      await SandboxSubscription.deleteOne({ _id });
      return { status: 204 };
    }, false),
  );

  server.post(
    `${one}/reauthorize`,
    answering(async ({ param }) => {
      await subscriptionOf(param('subscription'));
      return { status: 200 };
    }, false),
  );
}
