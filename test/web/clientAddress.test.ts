import assert from 'node:assert/strict';
import { clientAddress } from '../../web/clientAddress.ts';

describe('from which address a request comes', () => {
  const cases: [what: string, peer: string | undefined, told: string | undefined, hops: number, address: string][] = [
    ['the other end of the connection', '192.0.2.1', undefined, 0, '192.0.2.1'],
    ['that also where somebody says otherwise', '192.0.2.1', '198.51.100.7', 0, '192.0.2.1'],
    ['what our own proxy says', '192.0.2.1', '198.51.100.7', 1, '198.51.100.7'],
    ['not what stood there before', '192.0.2.1', '203.0.113.9, 198.51.100.7', 1, '198.51.100.7'],
    ['what the first of two proxies says', '192.0.2.1', '1.2.3.4, 203.0.113.9, 198.51.100.7', 2, '203.0.113.9'],
    ['the connection where a proxy has said nothing', '192.0.2.1', undefined, 1, '192.0.2.1'],
    ['the connection where fewer have spoken than there are', '192.0.2.1', '198.51.100.7', 2, '192.0.2.1'],
    ['an address with its port', '192.0.2.1', '198.51.100.7:4711', 1, '198.51.100.7'],
    ['IPv4 within IPv6', '::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
    ['of IPv6 what one client has for itself', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:2'],
    ['the same however it is written', '2001:0DB8:0001:0002::6', undefined, 0, '2001:db8:1:2'],
    ['in brackets, with a port', '192.0.2.1', '[2001:db8::1]:443', 1, '2001:db8:0:0'],
    ['with a zone', 'fe80::1%eth0', undefined, 0, 'fe80:0:0:0'],
    ['nothing that is none', '192.0.2.1', 'somewhere', 1, 'unknown'],
    ['nothing', undefined, undefined, 0, 'unknown'],
  ];
  for (const [what, peer, told, hops, address] of cases) {
    it(`is ${what}`, () => assert.equal(clientAddress(peer, told, hops), address));
  }
});
