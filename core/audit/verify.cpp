#include "core/audit/chain.h"

namespace keyreel::audit {

Result<Summary> verify(const std::filesystem::path& path, const std::optional<crypto::PublicKey>& expected) {
    KEYREEL_TRY(const File file, File::openForReading(path));
    Chain chain;
    const auto accept = [&chain, &expected](std::string_view line) -> std::optional<std::string> {
        if (auto wrong = chain.accept(line)) return wrong;
        if (expected && chain.key() != *expected)
            return "the log belongs to another key than the one expected";
        if (!chain.lastIsSigned()) return "its signature is not by the log's key";
        return {};
    };
    KEYREEL_TRY(const Extent extent, walkLines(file, accept));
    if (chain.records() == 0) return brokenAt(path, 1, "there is no first record");
    return Summary{chain.records(),  chain.head(), chain.key(),  chain.firstTime(),
                   chain.lastTime(), extent.torn,  chain.after()};
}

}  // namespace keyreel::audit
