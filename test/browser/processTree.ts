import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** @returns the ids of a process and of everything that it started, from /proc; only itself where there is none. */
export function processTree(root: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of namesIn('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    // The name in brackets may hold anything; the parent is the second field after it.
    const parent = Number(contentOf(`/proc/${entry}/stat`).replace(/^.*\)/s, '').trim().split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  const below = (id: number): number[] => [id, ...(children.get(id) ?? []).flatMap(below)];
  return below(root);
}

/** @returns the addresses, as in /proc/net/tcp and tcp6 (hexadecimal, address:port), on which the processes listen. */
export function listeningAddresses(processes: readonly number[]): string[] {
  const sockets = new Set(
    processes.flatMap((id) =>
      namesIn(`/proc/${id}/fd`).map((file) => /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${id}/fd/${file}`))?.[1]),
    ),
  );
  return ['tcp', 'tcp6'].flatMap((table) =>
    contentOf(`/proc/net/${table}`)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && sockets.has(fields[9]))
      .map((fields) => fields[1] ?? ''),
  );
}

/** Whether an address as {@link listeningAddresses} gives it is one of this machine's own: 127.0.0.0/8, ::1, or the former inside IPv6. */
export function isLoopback(address: string): boolean {
  return /^([0-9A-F]{6}7F|0{24}01000000|0{16}FFFF0000[0-9A-F]{6}7F):/.test(address);
}

/** @returns those that still run; one that ended and waits to be noticed does not count. */
export function stillRunning(processes: readonly number[]): number[] {
  return processes.filter((id) => {
    const stat = contentOf(`/proc/${id}/stat`);
    return stat !== '' && !/^.*\) Z /s.test(stat);
  });
}

// What is looked at may end at any moment.
function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
function linkOf(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
