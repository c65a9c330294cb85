import type { AddressInfo } from 'node:net';
import dns2 from 'dns2';

const { Packet } = dns2;

/** What the name server answers for a name: TXT records, each as its chunks, or an error. */
export type Zone = Map<string, string[][] | 'NXDOMAIN' | 'SERVFAIL' | 'silence'>;

/** A DNS server on loopback that answers TXT questions from `zone`; what is not in it does not exist. */
export async function startNameServer(zone: Zone): Promise<{ address: string; close(): Promise<void> }> {
  const server = dns2.createServer({
    udp: true,
    handle(request, send) {
      const response = Packet.createResponseFromRequest(request);
      const [question] = request.questions;
      const answer = zone.get(question?.name.toLowerCase() ?? '') ?? 'NXDOMAIN';
      if (answer === 'silence') return;
      if (answer === 'NXDOMAIN') response.header.rcode = 3;
      else if (answer === 'SERVFAIL') response.header.rcode = 2;
      else {
        for (const data of answer) {
          response.answers.push({
            name: question?.name ?? '',
            type: Packet.TYPE.TXT,
            class: Packet.CLASS.IN,
            ttl: 1,
            data,
          } as never);
        }
      }
      send(response);
    },
  });
  const addresses = (await server.listen({ udp: { port: 0, address: '127.0.0.1' } })) as unknown as {
    udp: AddressInfo;
  };
  return {
    address: `127.0.0.1:${addresses.udp.port}`,
    async close() {
      await server.close();
    },
  };
}
