const half = 1024; // a chance of one half, of 2048

/**
 * What LZMA has packed: raw, with 3 bits of literal context and none of position, as `scripts/build-web` makes it.
 *
 * Browsers unpack deflate by themselves, which leaves the core a third larger. Cost: some 20 MB a second. Source: Pavlov, LZMA specification, 2015.
 */
export function unpacked(packed: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(length);
  const chances = (count: number) => new Uint16Array(count).fill(half);
  let range = 0xffffffff;
  let code = 0;
  let read = 1;
  while (read < 5) code = ((code << 8) | packed[read++]!) >>> 0;

  const refill = () => {
    if (range >= 0x1000000) return;
    range = (range << 8) >>> 0;
    code = ((code << 8) | packed[read++]!) >>> 0;
  };
  const bit = (of: Uint16Array, index: number): number => {
    const chance = of[index]!;
    const bound = (range >>> 11) * chance;
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      of[index] = chance - (chance >>> 5);
    } else {
      range = bound;
      of[index] = chance + ((2048 - chance) >>> 5);
    }
    refill();
    return one ? 1 : 0;
  };
  const evenBits = (count: number): number => {
    let value = 0;
    for (; count > 0; --count) {
      range >>>= 1;
      const one = code >= range ? 1 : 0;
      if (one) code -= range;
      value = value * 2 + one;
      refill();
    }
    return value;
  };
  const tree = (of: Uint16Array, from: number, bits: number): number => {
    let node = 1;
    for (let i = 0; i < bits; ++i) node = node * 2 + bit(of, from + node);
    return node - (1 << bits);
  };
  const backwards = (of: Uint16Array, from: number, bits: number): number => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; ++i) {
      const one = bit(of, from + node);
      node = node * 2 + one;
      value |= one << i;
    }
    return value;
  };
  const lengths = () => {
    const [choice, low, middle, high] = [chances(2), chances(8), chances(8), chances(256)];
    return () => (bit(choice, 0) === 0 ? tree(low, 0, 3) : bit(choice, 1) === 0 ? 8 + tree(middle, 0, 3) : 16 + tree(high, 0, 8));
  };

  const [isMatch, isRepeat, isNotFirst, isNotSecond, isNotThird, isLong] = Array.from({ length: 6 }, () => chances(12)) as [
    Uint16Array, Uint16Array, Uint16Array, Uint16Array, Uint16Array, Uint16Array,
  ];
  const [literals, slots, distances, align] = [chances(8 * 0x300), chances(4 * 64), chances(115), chances(16)];
  const [matchLength, repeatLength] = [lengths(), lengths()];
  const recent = [0, 0, 0, 0];
  let state = 0;
  let at = 0;

  const literal = () => {
    const from = 0x300 * (at > 0 ? out[at - 1]! >> 5 : 0);
    let symbol = 1;
    if (state >= 7) {
      let expected = out[at - recent[0]! - 1]!;
      while (symbol < 0x100) {
        const side = (expected >> 7) & 1;
        expected <<= 1;
        const one = bit(literals, from + ((1 + side) << 8) + symbol);
        symbol = symbol * 2 + one;
        if (one !== side) break;
      }
    }
    while (symbol < 0x100) symbol = symbol * 2 + bit(literals, from + symbol);
    out[at++] = symbol & 0xff;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };
  const distance = (matched: number): number => {
    const slot = tree(slots, 64 * Math.min(matched, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) * 2 ** bits;
    if (slot < 14) return base + backwards(distances, base - slot, bits);
    return base + evenBits(bits - 4) * 16 + backwards(align, 0, 4);
  };

  while (at < length) {
    if (bit(isMatch, state) === 0) {
      literal();
      continue;
    }
    let matched: number;
    if (bit(isRepeat, state) === 0) {
      matched = matchLength();
      recent.unshift(distance(matched));
      recent.pop();
      state = state < 7 ? 7 : 10;
    } else {
      let which = 0;
      if (bit(isNotFirst, state) === 0) {
        if (bit(isLong, state) === 0) {
          out[at] = out[at - recent[0]! - 1]!;
          ++at;
          state = state < 7 ? 9 : 11;
          continue;
        }
      } else {
        which = bit(isNotSecond, state) === 0 ? 1 : bit(isNotThird, state) === 0 ? 2 : 3;
      }
      recent.unshift(recent.splice(which, 1)[0]!);
      matched = repeatLength();
      state = state < 7 ? 8 : 11;
    }
    for (let left = matched + 2, back = recent[0]! + 1; left > 0 && at < length; --left, ++at) out[at] = out[at - back]!;
  }
  return out;
}
