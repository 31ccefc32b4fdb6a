// What unpacks the core in a worker, before there is a core: LZMA, raw, with 3 bits of literal context and none of position, as scripts/pack.py makes it.
//
// Browsers unpack deflate by themselves, which leaves the core a third larger; script takes about twice as long. WebAssembly of 2 KB that needs nothing.
// Source: Pavlov, LZMA specification, 2015.
#include <cstdint>

namespace {

using Chance = std::uint16_t;
constexpr Chance half = 1024;  // of 2048

struct Reader {
    const std::uint8_t* at;
    std::uint32_t range = 0xffffffff;
    std::uint32_t code = 0;

    explicit Reader(const std::uint8_t* packed) : at(packed + 1) {
        for (int i = 0; i < 4; ++i) code = code << 8 | *at++;
    }
    void refill() {
        if (range >= 1u << 24) return;
        range <<= 8;
        code = code << 8 | *at++;
    }
    std::uint32_t bit(Chance& chance) {
        const std::uint32_t bound = (range >> 11) * chance;
        const bool one = code >= bound;
        if (one) {
            range -= bound;
            code -= bound;
            chance = static_cast<Chance>(chance - (chance >> 5));
        } else {
            range = bound;
            chance = static_cast<Chance>(chance + ((2048 - chance) >> 5));
        }
        refill();
        return one;
    }
    std::uint32_t even_bits(int count) {
        std::uint32_t value = 0;
        for (; count > 0; --count) {
            range >>= 1;
            const bool one = code >= range;
            if (one) code -= range;
            value = value << 1 | one;
            refill();
        }
        return value;
    }
    std::uint32_t tree(Chance* chances, int bits) {
        std::uint32_t node = 1;
        for (int i = 0; i < bits; ++i) node = node << 1 | bit(chances[node]);
        return node - (1u << bits);
    }
    std::uint32_t backwards(Chance* chances, int bits) {
        std::uint32_t node = 1, value = 0;
        for (int i = 0; i < bits; ++i) {
            const std::uint32_t one = bit(chances[node]);
            node = node << 1 | one;
            value |= one << i;
        }
        return value;
    }
};

struct Lengths {
    Chance choice[2], low[8], middle[8], high[256];

    std::uint32_t read(Reader& reader) {
        if (!reader.bit(choice[0])) return reader.tree(low, 3);
        if (!reader.bit(choice[1])) return 8 + reader.tree(middle, 3);
        return 16 + reader.tree(high, 8);
    }
};

/// Everything that is learnt on the way; nothing but chances.
struct Model {
    Chance match[12], repeat[12], not_first[12], not_second[12], not_third[12], is_long[12];
    Chance literals[8][0x300], slots[4][64], distances[115], align[16];
    Lengths matched, repeated;
} model;

std::uint32_t distance(Reader& reader, std::uint32_t length) {
    const std::uint32_t slot = reader.tree(model.slots[length < 3 ? length : 3], 6);
    if (slot < 4) return slot;
    const int bits = static_cast<int>(slot >> 1) - 1;
    const std::uint32_t base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + reader.backwards(model.distances + base - slot, bits);
    return base + (reader.even_bits(bits - 4) << 4) + reader.backwards(model.align, 4);
}

}  // namespace

/// \param length  of what comes out
extern "C" void unpack(const std::uint8_t* packed, std::uint8_t* out, std::uint32_t length) {
    for (Chance* chance = reinterpret_cast<Chance*>(&model); chance != reinterpret_cast<Chance*>(&model + 1); ++chance) *chance = half;
    Reader reader(packed);
    std::uint32_t recent[4] = {0, 0, 0, 0};
    unsigned state = 0;
    for (std::uint32_t at = 0; at < length;) {
        if (!reader.bit(model.match[state])) {
            Chance* const chances = model.literals[at > 0 ? out[at - 1] >> 5 : 0];
            std::uint32_t symbol = 1;
            if (state >= 7) {
                for (std::uint32_t expected = out[at - recent[0] - 1]; symbol < 0x100; expected <<= 1) {
                    const std::uint32_t side = expected >> 7 & 1, one = reader.bit(chances[((1 + side) << 8) + symbol]);
                    symbol = symbol << 1 | one;
                    if (one != side) break;
                }
            }
            while (symbol < 0x100) symbol = symbol << 1 | reader.bit(chances[symbol]);
            out[at++] = static_cast<std::uint8_t>(symbol);
            state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
            continue;
        }
        std::uint32_t matched;
        if (!reader.bit(model.repeat[state])) {
            matched = model.matched.read(reader);
            for (int i = 3; i > 0; --i) recent[i] = recent[i - 1];
            recent[0] = distance(reader, matched);
            state = state < 7 ? 7 : 10;
        } else {
            int which = 0;
            if (!reader.bit(model.not_first[state])) {
                if (!reader.bit(model.is_long[state])) {
                    out[at] = out[at - recent[0] - 1];
                    ++at;
                    state = state < 7 ? 9 : 11;
                    continue;
                }
            } else {
                which = !reader.bit(model.not_second[state]) ? 1 : !reader.bit(model.not_third[state]) ? 2 : 3;
            }
            const std::uint32_t again = recent[which];
            for (int i = which; i > 0; --i) recent[i] = recent[i - 1];
            recent[0] = again;
            matched = model.repeated.read(reader);
            state = state < 7 ? 8 : 11;
        }
        for (std::uint32_t left = matched + 2; left > 0 && at < length; --left, ++at) out[at] = out[at - recent[0] - 1];
    }
}
