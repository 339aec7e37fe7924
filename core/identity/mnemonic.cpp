#include "core/identity/mnemonic.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <vector>

#include "core/crypto/hash.h"

namespace keyreel::identity {
namespace {

constexpr std::size_t kLongestWord = 8;
constexpr std::size_t kLongestTyped = 32;  // longer ones are cut, since they are wrong anyway
constexpr std::size_t kMaxPhraseText = 1024;
constexpr std::uint32_t kRounds = 2048;
constexpr std::size_t kNear = 2;  // changed letters within which a word is suggested

// Words as places in the list, at most 24 of them; wiped at the end, since they are the secret.
struct Indices {
    std::array<std::uint16_t, 24> at{};
    std::size_t count = 0;
    ~Indices() { wipe({reinterpret_cast<std::uint8_t*>(at.data()), sizeof at}); }
};

// The length of the white space at the start of `text`. The no-break and the ideographic space are what NFKD
// turns into a space; they come with phrases pasted from documents.
std::size_t spaceAt(std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
    if (text.substr(0, 2) == "\xc2\xa0") return 2;
    if (text.substr(0, 3) == "\xe3\x80\x80") return 3;
    return 0;
}

std::string lowered(std::string_view word) {
    std::string out(word.substr(0, kLongestTyped));
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

// How many letters must be changed, added, left out or swapped with the next (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
    std::array<std::array<std::size_t, kLongestWord + 1>, kLongestTyped + 1> cost;
    assert(a.size() <= kLongestTyped && b.size() <= kLongestWord);
    for (std::size_t i = 0; i <= a.size(); ++i)
        cost[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j)
        cost[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            cost[i][j] = std::min({changed, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[a.size()][b.size()];
}

std::string suggestions(std::string_view word) {
    struct Near {
        std::size_t distance;
        std::string_view word;
    };
    std::vector<Near> near;
    for (const std::string_view candidate : wordList()) {
        // The first four letters name a word of the list; people cut words there.
        const bool abbreviated = word.size() >= 3 && candidate.substr(0, word.size()) == word;
        if (!abbreviated &&
            (candidate.size() > word.size() + kNear || word.size() > candidate.size() + kNear))
            continue;
        const std::size_t far = abbreviated ? 0 : distance(word, candidate);
        if (far <= kNear) near.push_back({far, candidate});
    }
    std::stable_sort(near.begin(), near.end(),
                     [](const Near& a, const Near& b) { return a.distance < b.distance; });
    std::string out;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, near.size()); ++i)
        out += (out.empty() ? "" : ", ") + std::string(near[i].word);
    return out;
}

tl::unexpected<Error> unknownWord(std::size_t place, std::string_view word) {
    std::string shown;
    for (const char c : word)
        shown += (c > 0x20 && c < 0x7f) ? c : '?';
    const std::string near = suggestions(word);
    return fail("phrase_word",
                "Word " + std::to_string(place) + ", \"" + shown + "\", is not in the word list.",
                near.empty() ? "Check how it is written." : "Did you mean " + near + "?");
}

Result<Indices> readWords(ByteView phrase) {
    if (phrase.size() > kMaxPhraseText)
        return fail("phrase_word_count", "The text is too long to be a recovery phrase.",
                    "Enter 12 or 24 words.");
    Indices words;
    std::size_t count = 0;
    std::string_view rest = asText(phrase);
    while (!rest.empty()) {
        if (const std::size_t space = spaceAt(rest); space != 0) {
            rest.remove_prefix(space);
            continue;
        }
        std::size_t length = 0;
        while (length < rest.size() && spaceAt(rest.substr(length)) == 0)
            ++length;
        ++count;
        if (count <= words.at.size()) {
            std::string word = lowered(rest.substr(0, length));
            const auto list = wordList();
            const auto found = std::lower_bound(list.begin(), list.end(), std::string_view(word));
            const bool known = length <= kLongestWord && found != list.end() && *found == word;
            if (!known) return unknownWord(count, word);
            words.at[count - 1] = static_cast<std::uint16_t>(found - list.begin());
            wipe({reinterpret_cast<std::uint8_t*>(word.data()), word.size()});
        }
        rest.remove_prefix(length);
    }
    words.count = count;
    if (count != 12 && count != 24)
        return fail("phrase_word_count",
                    "A recovery phrase has 12 or 24 words; this one has " + std::to_string(count) + ".",
                    "Check whether a word is missing or was entered twice.");
    return words;
}

SecretBytes writeWords(const Indices& words) {
    std::size_t size = words.count - 1;
    for (std::size_t i = 0; i < words.count; ++i)
        size += wordList()[words.at[i]].size();
    SecretBytes phrase(size);
    auto out = phrase.mutableView().begin();
    for (std::size_t i = 0; i < words.count; ++i) {
        if (i != 0) *out++ = ' ';
        const ByteView word = asBytes(wordList()[words.at[i]]);
        out = std::copy(word.begin(), word.end(), out);
    }
    return phrase;
}

}  // namespace

Result<SecretBytes> phraseOfEntropy(ByteView entropy) {
    if (entropy.size() != 16 && entropy.size() != 32)
        return fail("bad_entropy",
                    "A phrase is made of 16 or 32 bytes, not of " + std::to_string(entropy.size()) + ".");
    SecretBytes bits(entropy.size() + 1);
    std::copy(entropy.begin(), entropy.end(), bits.mutableView().begin());
    bits.mutableView()[entropy.size()] = crypto::sha256(entropy)[0];
    Indices words;
    words.count = entropy.size() * 3 / 4;
    for (std::size_t i = 0; i < words.count; ++i) {
        unsigned index = 0;
        for (std::size_t bit = 11 * i; bit < 11 * (i + 1); ++bit)
            index = index << 1 | (bits.view()[bit / 8] >> (7 - bit % 8) & 1U);
        words.at[i] = static_cast<std::uint16_t>(index);
    }
    return writeWords(words);
}

Result<SecretBytes> entropyOfPhrase(ByteView phrase) {
    KEYREEL_TRY(const Indices words, readWords(phrase));
    const std::size_t size = words.count * 4 / 3;
    SecretBytes bits(size + 1);
    for (std::size_t bit = 0; bit < 11 * words.count; ++bit) {
        const unsigned value = words.at[bit / 11] >> (10 - bit % 11) & 1U;
        bits.mutableView()[bit / 8] =
            static_cast<std::uint8_t>(bits.view()[bit / 8] | value << (7 - bit % 8));
    }
    SecretBytes entropy = SecretBytes::copyOf(bits.view().first(size));
    const unsigned kept = size == 16 ? 0xf0 : 0xff;  // one bit of checksum for 32 of entropy
    if ((crypto::sha256(entropy.view())[0] & kept) != bits.view()[size])
        return fail("phrase_checksum",
                    "Every word is in the list, but together they are not a recovery phrase: at least one is "
                    "wrong or "
                    "stands in the wrong place.",
                    "Compare each word and their order with what you wrote down.");
    return entropy;
}

Result<SecretBytes> canonicalPhrase(ByteView phrase) {
    KEYREEL_TRY(const SecretBytes entropy, entropyOfPhrase(phrase));
    return phraseOfEntropy(entropy.view());
}

SecretBytes seedOfPhrase(ByteView canonicalPhrase, std::string_view passphrase) {
    constexpr std::string_view kSalt = "mnemonic";
    SecretBytes salt(kSalt.size() + passphrase.size());
    auto out = std::copy(kSalt.begin(), kSalt.end(), salt.mutableView().begin());
    std::copy(passphrase.begin(), passphrase.end(), out);
    return crypto::pbkdf2Sha512(canonicalPhrase, salt.view(), kRounds, 64);
}

}  // namespace keyreel::identity
