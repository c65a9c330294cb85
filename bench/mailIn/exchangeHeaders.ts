/**
 * The fields that a mail gets on its way through Exchange Online: who received it from whom, the results of its checks,
 * three fields of ARC, and what its filters note for each other.
 *
 * @param domain the sender's.
 * @param bytes gives as many bytes as it is asked for.
 */
export function exchangeHeaders(domain: string, bytes: (count: number) => Buffer): string {
  const server = (part: string) => `${bytes(6).toString('hex').toUpperCase()}.${part}.prod.outlook.example`;
  const folded = (name: string, value: string) => `${name}:${value.replace(/(.{1,74})(?: |$)|(.{74})/g, ' $1$2\r\n')}`;
  const sealed = (count: number) => bytes(count).toString('base64');
  const received = Array.from(
    { length: 6 },
    (_, hop) =>
      `Received: from ${server('eurprd04')} (2603:10a6:10:${hop}::${hop + 10}) by\r\n ${server('eurprd04')} (2603:10a6:20b:${hop}::${hop + 5}) with Microsoft SMTP Server\r\n (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.8158.1${hop}; Wed, 25 Nov\r\n 2026 10:15:${30 - hop} +0000\r\n`,
  );
  const checked = `spf=pass (sender IP is 40.107.22.${bytes(1)[0]}) smtp.mailfrom=${domain}; dkim=pass (signature was verified) header.d=${domain};dmarc=pass action=none header.from=${domain};compauth=pass reason=100`;
  const noted = [
    'SenderADCheck',
    'AntiSpam-Relay',
    'CrossTenant-OriginalArrivalTime',
    'CrossTenant-Network-Message-Id',
  ];
  return [
    ...received.slice(0, 3),
    folded('Authentication-Results', checked),
    folded('ARC-Seal', `i=2; a=rsa-sha256; s=arcselector10001; d=outlook.example; cv=pass; b=${sealed(256)}`),
    folded(
      'ARC-Message-Signature',
      `i=2; a=rsa-sha256; c=relaxed/relaxed; d=outlook.example; s=arcselector10001; h=From:Date:Subject:Message-ID:Content-Type:MIME-Version; bh=${sealed(32)}; b=${sealed(256)}`,
    ),
    folded('ARC-Authentication-Results', `i=2; mx.outlook.example 1; ${checked}`),
    ...received.slice(3),
    folded('X-MS-Exchange-Organization-Network-Message-Id', sealed(24)),
    folded(
      'X-Forefront-Antispam-Report',
      `CIP:40.107.22.1;CTRY:IT;LANG:it;SCL:1;SRV:;SFV:NSPM;SFS:(13230040)(366016);${sealed(90)}`,
    ),
    folded('X-Microsoft-Antispam-Message-Info', sealed(1_900)),
    folded('X-MS-Exchange-AntiSpam-MessageData-0', sealed(1_500)),
    ...noted.map((name) => folded(`X-MS-Exchange-${name}`, sealed(30))),
  ].join('');
}
