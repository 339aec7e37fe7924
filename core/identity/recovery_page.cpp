#include "core/identity/recovery_page.h"

#include <algorithm>
#include <array>
#include <ctime>

#include "core/identity/account_id.h"
#include "core/identity/mnemonic.h"
#include "core/identity/qr_code.h"

namespace keyreel::identity {
namespace {

constexpr std::size_t kCapacity = std::size_t{256} << 10;
constexpr std::size_t kQuietZone = 4;  // ISO/IEC 18004 section 5.3.8

/// Text with secrets in it: it grows inside one locked buffer and is never moved.
class SecretText {
public:
    void add(std::string_view text) {
        if (text.size() > m_buffer.size() - m_size) {
            m_full = true;
            return;
        }
        std::copy(text.begin(), text.end(),
                  m_buffer.mutableView().begin() + static_cast<std::ptrdiff_t>(m_size));
        m_size += text.size();
    }
    void number(std::size_t value) { add(std::to_string(value)); }
    void escaped(std::string_view text) {
        for (const char& c : text) {
            if (c == '&')
                add("&amp;");
            else if (c == '<')
                add("&lt;");
            else if (c == '>')
                add("&gt;");
            else
                add({&c, 1});
        }
    }
    [[nodiscard]] bool full() const { return m_full; }
    [[nodiscard]] SecretBytes take() const { return SecretBytes::copyOf(m_buffer.view().first(m_size)); }

private:
    SecretBytes m_buffer{kCapacity};
    std::size_t m_size = 0;
    bool m_full = false;
};

std::string dateOf(std::int64_t time) {
    const std::time_t seconds = time;
    std::tm parts{};
    std::array<char, 32> text{};
    if (gmtime_r(&seconds, &parts) == nullptr ||
        std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts) == 0)
        return "unknown";
    return text.data();
}

void addQr(SecretText& out, const QrCode& code) {
    const std::size_t side = code.width + 2 * kQuietZone;
    out.add("<svg role=\"img\" aria-label=\"QR code of the words\" viewBox=\"0 0 ");
    out.number(side);
    out.add(" ");
    out.number(side);
    out.add("\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h");
    out.number(side);
    out.add("v");
    out.number(side);
    out.add("H0z\"/><path d=\"");
    for (std::size_t y = 0; y < code.width; ++y) {
        for (std::size_t x = 0; x < code.width; ++x) {
            if (!code.dark(x, y)) continue;
            std::size_t end = x;
            while (end < code.width && code.dark(end, y))
                ++end;
            out.add("M");
            out.number(x + kQuietZone);
            out.add(" ");
            out.number(y + kQuietZone);
            out.add("h");
            out.number(end - x);
            out.add("v1h-");
            out.number(end - x);
            out.add("z");
            x = end;
        }
    }
    out.add("\"/></svg>\n");
}

void addWords(SecretText& out, std::string_view phrase) {
    out.add("<ol>\n");
    while (!phrase.empty()) {
        const std::size_t end = std::min(phrase.find(' '), phrase.size());
        out.add("<li>");
        out.add(phrase.substr(0, end));
        out.add("</li>\n");
        phrase.remove_prefix(std::min(end + 1, phrase.size()));
    }
    out.add("</ol>\n");
}

constexpr std::string_view kStart = R"(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Keyreel recovery page</title>
<style>
@page { size: auto; margin: 18mm; }
body { font: 12pt/1.45 "Inter", "Liberation Sans", sans-serif; color: #000; background: #fff; max-width: 170mm; margin: 0 auto; }
h1 { font-size: 20pt; margin: 0 0 2mm; }
ol { columns: 3; font: 13pt/1.9 "Liberation Mono", monospace; margin: 6mm 0; padding-left: 12mm; }
svg { width: 60mm; height: 60mm; float: right; margin: 0 0 4mm 8mm; }
dt { font-weight: 600; } dd { margin: 0 0 2mm; overflow-wrap: anywhere; }
</style></head><body>
<h1>Keyreel recovery page</h1>
<p>These words are this identity. Keep the page where you keep papers that cannot be replaced, photograph it with nothing,
and delete the file it was printed from.</p>
)";

constexpr std::string_view kEnd =
    R"(<p><strong>To restore:</strong> choose "Restore" when Keyreel starts without an identity, or run
<code>keyreel-cli identity restore</code>, and give the words in this order. The square holds the same words. The restored
computer is a new device; end the lost one with <code>keyreel-cli revoke-device</code>.</p>
</body></html>
)";

}  // namespace

Result<SecretBytes> recoveryPage(const RecoveryPage& page, ByteView phrase) {
    KEYREEL_TRY(const SecretBytes words, canonicalPhrase(phrase));
    KEYREEL_TRY(const QrCode code, qrCodeOf(words.view()));
    SecretText out;
    out.add(kStart);
    addQr(out, code);
    out.add("<dl><dt>Name</dt><dd>");
    out.escaped(page.displayName);
    out.add("</dd><dt>Account</dt><dd>");
    out.add(toDidKey(page.account));
    out.add("</dd><dt>Fingerprint</dt><dd>");
    out.add(fingerprint(page.account));
    out.add("</dd><dt>Made</dt><dd>");
    out.add(dateOf(page.made));
    out.add("</dd></dl>\n");
    addWords(out, asText(words.view()));
    out.add(kEnd);
    if (out.full()) return fail("bad_argument", "The recovery page does not fit.");
    return out.take();
}

}  // namespace keyreel::identity
