import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a measured process tells and is asked through its parent's channel. */
export type Question = 'cpu';

/**
 * Listens, tells the parent its port, and answers `cpu` with the CPU time used so far, in microseconds; when the parent
 * goes, tidies up and ends the process. Connections are kept longer than any round takes, so that nobody pays for one
 * that was closed meanwhile.
 */
export function measuredServer(server: Server, tidyUp = async (): Promise<void> => undefined): void {
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
  process.on('message', (question: Question) => {
    if (question !== 'cpu') return;
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system });
  });
  process.on('disconnect', () => void tidyUp().finally(() => process.exit(0)));
}
