// Whose an address is, as far as it tells: of IPv6 everybody has a network of 2^64 addresses, so the network counts.

/** @param address of IPv4 or IPv6, as a socket tells it */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail === undefined || tail === '' ? [] : tail.split(':');
  // "::" stands for as many zeros as are missing; an IPv4 address at the end stands for two groups.
  const written = groups.length + behind.length + (address.includes('.') ? 1 : 0);
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - written)).fill('0');
  return [...groups, ...zeros, ...behind]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}
