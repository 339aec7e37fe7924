#include "core/audit/log.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <functional>
#include <iterator>
#include <thread>
#include <vector>

#include "core/base/text.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::audit {
namespace {

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void replaceContent(const std::filesystem::path& path, const std::string& content) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

std::vector<std::string> linesOf(const std::string& content) {
    std::vector<std::string> lines;
    for (std::size_t start = 0, end = content.find('\n'); end != std::string::npos;
         start = end + 1, end = content.find('\n', start))
        lines.push_back(content.substr(start, end - start));
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines)
        out += line + "\n";
    return out;
}

class AuditLog : public testing::Test {
protected:
    [[nodiscard]] Result<Log> open() const { return Log::open(m_path, m_key.clone(), m_clock); }

    [[nodiscard]] std::string nameWhenClosed(const crypto::PublicKey& key) const {
        return m_path.stem().string() + "-" + toHex(key).substr(0, 16) + m_path.extension().string();
    }

    /// A log of six records: the first one and five of our own.
    std::vector<std::string> filled() {
        Log log = std::move(open().value());
        for (int i = 0; i < 5; ++i) {
            m_clock.advance(10);
            EXPECT_TRUE(log.append("share_given", {{"node", "node-" + std::to_string(i)},
                                                   {"count", std::int64_t{i}},
                                                   {"granted", i % 2 == 0}}));
        }
        return linesOf(contentOf(m_path));
    }

    void expectBroken(const std::string& place, const std::string& what) const {
        const auto summary = verify(m_path);
        ASSERT_FALSE(summary.has_value());
        EXPECT_EQ(summary.error().code, "audit_broken");
        EXPECT_NE(summary.error().what.find("Record " + place + " (line " + place), std::string::npos)
            << summary.error().what;
        EXPECT_NE(summary.error().what.find(what), std::string::npos) << summary.error().what;
    }

    keyreel::test::TemporaryFolder m_folder;
    std::filesystem::path m_path = m_folder.path() / "audit.jsonl";
    keyreel::test::FakeClock m_clock;
    crypto::SigningKey m_key = crypto::SigningKey::generate();
};

TEST_F(AuditLog, KeepsRecordsOverReopening) {
    filled();
    Log log = std::move(open().value());
    EXPECT_EQ(log.lastSeq(), 6U);
    EXPECT_EQ(log.append("stopped").value(), 7U);
    const auto summary = verify(m_path, m_key.publicKey());
    ASSERT_TRUE(summary.has_value()) << summary.error().what;
    EXPECT_EQ(summary->records, 7U);
    EXPECT_EQ(summary->head, log.head());
    EXPECT_EQ(summary->key, m_key.publicKey());
    EXPECT_EQ(summary->firstTime, 1'800'000'000);
    EXPECT_EQ(summary->lastTime, 1'800'000'050);
    EXPECT_EQ(summary->tornTailBytes, 0U);
}

// Known answer: the layout is a promise to files that exist. Hash and signature were checked with sha256sum
// and openssl.
TEST_F(AuditLog, LayoutIsPinned) {
    SecretBytes seed(32);
    for (std::size_t i = 0; i < 32; ++i)
        seed.mutableView()[i] = static_cast<std::uint8_t>(i);
    Log log = std::move(
        Log::open(m_path, std::move(crypto::SigningKey::fromSeed(std::move(seed)).value()), m_clock).value());
    ASSERT_TRUE(
        log.append("opened", {{"title", "caf\xc3\xa9 \"x\"\n"}, {"frames", std::int64_t{-3}}, {"ok", true}}));
    const auto lines = linesOf(contentOf(m_path));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(
        lines[0],
        R"({"event":"audit_started","fields":{"key":"03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"},"hash":"d66b4ad4d3cd9ec87f754545b28bf8175dea66bd8c1e19c9093696a4a2b0b9fe","prev":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"sig":"12232b2ac835675c9f20d161af9539c4b2d4d7ea2b6e337c7e95a5530fd76f6f9f88f4b257836115af620273f478d3e7414ad762a097aac2618894d28cd32a0d","time":1800000000})");
    EXPECT_EQ(
        lines[1],
        R"({"event":"opened","fields":{"frames":-3,"ok":true,"title":"café \"x\"\n"},"hash":"a42a5e1a10a40c48904972f667276f20429e04b0f2c3710bdff60d484e14c88f","prev":"d66b4ad4d3cd9ec87f754545b28bf8175dea66bd8c1e19c9093696a4a2b0b9fe","seq":2,"sig":"bbaabc0006736a9f20afcd67693454b1b29c8e8000774dce620621bc670081b766fce06091db0ff5363760710e9ba2879d1350e6045cea85624d9f5a6fa7af0e","time":1800000000})");
}

TEST_F(AuditLog, EveryChangedCharacterIsFound) {
    const auto lines = filled();
    const std::string whole = joined(lines);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string changed = whole;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        replaceContent(m_path, changed);
        const auto summary = verify(m_path);
        if (i + 1 == whole.size()) continue;  // without its end the last line counts as torn; see below
        ASSERT_FALSE(summary.has_value()) << "character " << i;
    }
}

TEST_F(AuditLog, NamesTheRecordAndTheFieldOfAChange) {
    const auto lines = filled();
    const auto change = [&](std::size_t line, const std::string& from, const std::string& to) {
        auto changed = lines;
        const std::size_t at = changed[line].find(from);
        ASSERT_NE(at, std::string::npos);
        changed[line].replace(at, from.size(), to);
        replaceContent(m_path, joined(changed));
    };
    change(3, "node-2", "node-9");
    expectBroken("4", "hash does not fit");
    change(2, "share_given", "share_taken");
    expectBroken("3", "hash does not fit");
    change(4, "\"granted\":false", "\"granted\":true");
    expectBroken("5", "hash does not fit");
    change(4, "\"time\":18000000", "\"time\":18000001");
    expectBroken("5", "hash does not fit");
    change(3, "\"seq\":4", "\"seq\":5");
    expectBroken("4", "seq is 5 instead of 4");
    change(5, "\"prev\":\"", "\"prev\": \"");
    expectBroken("6", "canonical");
    change(2, "\"sig\":\"", "\"sig\":\"0");
    expectBroken("3", "canonical");
}

// Someone who can write the file, but has no key, makes hashes fit again: the signature gives it away.
TEST_F(AuditLog, AForgedSignatureIsFoundInTheMiddle) {
    const auto lines = filled();
    auto changed = lines;
    const std::size_t at = changed[2].find("\"sig\":\"") + 7;
    changed[2].replace(at, 128, lines[3].substr(lines[3].find("\"sig\":\"") + 7, 128));
    replaceContent(m_path, joined(changed));
    expectBroken("3", "signature");
    changed = lines;
    changed[5].replace(changed[5].find("\"sig\":\"") + 7, 128, std::string(128, '0'));
    replaceContent(m_path, joined(changed));
    expectBroken("6", "signature");
    EXPECT_EQ(open().error().code, "audit_broken");
}

TEST_F(AuditLog, RemovedMovedAndRepeatedRecordsAreFound) {
    const auto lines = filled();
    auto changed = lines;
    changed.erase(changed.begin() + 2);
    replaceContent(m_path, joined(changed));
    expectBroken("3", "seq is 4 instead of 3");
    EXPECT_EQ(open().error().code, "audit_broken");

    changed = lines;
    std::swap(changed[2], changed[3]);
    replaceContent(m_path, joined(changed));
    expectBroken("3", "seq is 4 instead of 3");

    changed = lines;
    changed.insert(changed.begin() + 3, changed[2]);
    replaceContent(m_path, joined(changed));
    expectBroken("4", "seq is 3 instead of 4");

    changed = lines;
    changed.erase(changed.begin());
    replaceContent(m_path, joined(changed));
    expectBroken("1", "seq is 2 instead of 1");

    replaceContent(m_path, "");
    expectBroken("1", "no first record");
}

// A record of another log by the same key has a good hash and a good signature, but stands in another chain.
TEST_F(AuditLog, ARecordOfAnotherLogDoesNotFit) {
    auto lines = filled();
    const auto otherPath = m_folder.path() / "other.jsonl";
    {
        Log other = std::move(Log::open(otherPath, m_key.clone(), m_clock).value());
        ASSERT_TRUE(other.append("share_refused"));
    }
    lines[1] = linesOf(contentOf(otherPath))[1];
    replaceContent(m_path, joined(lines));
    expectBroken("2", "does not follow");
}

TEST_F(AuditLog, AnotherKeyIsRefused) {
    filled();
    const crypto::SigningKey other = crypto::SigningKey::generate();
    EXPECT_EQ(verify(m_path, other.publicKey()).error().code, "audit_broken");
    EXPECT_EQ(Log::open(m_path, other.clone(), m_clock).error().code, "audit_broken");
}

TEST_F(AuditLog, ATornLastLineIsDroppedWhereverItTore) {
    const auto lines = filled();
    const std::string whole = joined(lines);
    const std::size_t lastStart = whole.size() - lines.back().size() - 1;
    for (const std::size_t size : {lastStart + 1, lastStart + 40, whole.size() - 2, whole.size() - 1}) {
        replaceContent(m_path, whole.substr(0, size));
        const auto before = verify(m_path);
        ASSERT_TRUE(before.has_value()) << before.error().what;
        EXPECT_EQ(before->records, 5U);
        EXPECT_EQ(before->tornTailBytes, size - lastStart);
        {
            Log log = std::move(open().value());
            EXPECT_EQ(log.lastSeq(), 5U);
            EXPECT_EQ(log.append("again").value(), 6U);
        }
        const auto after = verify(m_path);
        ASSERT_TRUE(after.has_value()) << after.error().what;
        EXPECT_EQ(after->records, 6U);
        EXPECT_EQ(after->tornTailBytes, 0U);
    }
}

TEST_F(AuditLog, ATornFirstLineStartsAnew) {
    replaceContent(m_path, "{\"event\":\"audit_st");
    Log log = std::move(open().value());
    EXPECT_EQ(log.lastSeq(), 1U);
    EXPECT_TRUE(verify(m_path).has_value());
}

TEST_F(AuditLog, SurvivesKillInTheMiddleOfWriting) {
    int pipes[2];
    ASSERT_EQ(pipe(pipes), 0);
    // Secrets do not survive a fork, so each process makes the key anew.
    const auto openWithFixedKey = [this] {
        return Log::open(m_path,
                         std::move(crypto::SigningKey::fromSeed(SecretBytes::copyOf(Bytes(32, 7))).value()),
                         m_clock);
    };
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        auto log = openWithFixedKey();
        for (char tick = 0; log && log->append("tick", {{"text", std::string(2000, 'x')}}); ++tick)
            if (write(pipes[1], &tick, 1) != 1) break;
        _exit(1);
    }
    char ticks[40];
    std::size_t seen = 0;
    while (seen < sizeof ticks) {
        const ssize_t got = read(pipes[0], ticks + seen, sizeof ticks - seen);
        ASSERT_GT(got, 0);
        seen += static_cast<std::size_t>(got);
    }
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    close(pipes[0]);
    close(pipes[1]);
    ASSERT_TRUE(WIFSIGNALED(status));
    auto reopened = openWithFixedKey();
    ASSERT_TRUE(reopened.has_value()) << reopened.error().what;
    Log log = std::move(*reopened);
    EXPECT_GE(log.lastSeq(), 1 + sizeof ticks);
    EXPECT_TRUE(log.append("back"));
    const auto summary = verify(m_path);
    ASSERT_TRUE(summary.has_value()) << summary.error().what;
    EXPECT_EQ(summary->records, log.lastSeq());
}

/// Limits the size of files of this process, as a full disk would, and takes the limit back.
class FileSizeLimit {
public:
    explicit FileSizeLimit(std::uintmax_t bytes) {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limited = m_before;
        limited.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

TEST_F(AuditLog, AFailedWriteKeepsTheSeqAndLeavesNoTrace) {
    filled();
    Log log = std::move(open().value());
    const auto head = log.head();
    const auto size = std::filesystem::file_size(m_path);
    {
        const FileSizeLimit limit(size + 100);  // the write stops in the middle of the line
        const auto failed = log.append("share_given", {{"node", "node-x"}});
        ASSERT_FALSE(failed.has_value());
        EXPECT_TRUE(failed.error().code == "file_unwritable" || failed.error().code == "disk_full");
    }
    EXPECT_EQ(log.lastSeq(), 6U);
    EXPECT_EQ(log.head(), head);
    EXPECT_EQ(std::filesystem::file_size(m_path), size);
    EXPECT_EQ(log.append("share_given").value(), 7U);
    const auto summary = verify(m_path);
    ASSERT_TRUE(summary.has_value()) << summary.error().what;
    EXPECT_EQ(summary->records, 7U);
}

TEST_F(AuditLog, AppendsFromManyThreadsMakeOneChain) {
    {
        Log log = std::move(open().value());
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&log, t] {
                for (int i = 0; i < 25; ++i)
                    ASSERT_TRUE(log.append("tick", {{"thread", std::int64_t{t}}}));
            });
        for (std::thread& thread : threads)
            thread.join();
        EXPECT_EQ(log.lastSeq(), 101U);
    }
    EXPECT_EQ(verify(m_path)->records, 101U);
}

TEST_F(AuditLog, OneWriterAtATime) {
    {
        const auto first = open();
        ASSERT_TRUE(first.has_value());
        EXPECT_EQ(open().error().code, "audit_busy");
    }
    EXPECT_TRUE(open().has_value());
}

TEST_F(AuditLog, RefusesWhatCannotBeRecordedAndRecordsNothing) {
    Log log = std::move(open().value());
    const auto size = std::filesystem::file_size(m_path);
    EXPECT_EQ(log.append("").error().code, "audit_bad_field");
    EXPECT_EQ(log.append("Event").error().code, "audit_bad_field");
    EXPECT_EQ(log.append("event", {{"a b", true}}).error().code, "audit_bad_field");
    EXPECT_EQ(log.append("event", {{"text", "\xff"}}).error().code, "audit_bad_field");
    EXPECT_EQ(log.append("event", {{"text", std::string(70000, 'x')}}).error().code, "audit_bad_field");
    EXPECT_EQ(log.lastSeq(), 1U);
    EXPECT_EQ(std::filesystem::file_size(m_path), size);
}

TEST_F(AuditLog, ALineWithoutEndIsNotReadIntoMemory) {
    filled();
    std::ofstream(m_path, std::ios::app) << std::string(200000, 'x');
    expectBroken("7", "longer than any record");
    EXPECT_EQ(open().error().code, "audit_broken");
}

TEST_F(AuditLog, AMissingLogIsAnError) {
    EXPECT_EQ(verify(m_path).error().code, "file_missing");
}

TEST_F(AuditLog, GoesOnUnderAnotherKeyAndKeepsTheClosedLogWhole) {
    filled();
    const std::string old = contentOf(m_path);
    const Summary closed = verify(m_path).value();
    const crypto::SigningKey next = crypto::SigningKey::generate();
    {
        Log log = std::move(Log::openAfter(m_path, next.clone(), m_clock).value());
        EXPECT_EQ(log.lastSeq(), 1U);
        ASSERT_TRUE(log.append("film_opened"));
    }
    const Summary summary = verify(m_path, next.publicKey()).value();
    EXPECT_EQ(summary.records, 2U);
    ASSERT_TRUE(summary.after);
    EXPECT_EQ(summary.after->file, nameWhenClosed(closed.key));
    EXPECT_EQ(summary.after->key, closed.key);
    EXPECT_EQ(summary.after->records, closed.records);
    EXPECT_EQ(summary.after->head, closed.head);
    const auto kept = m_path.parent_path() / summary.after->file;
    EXPECT_EQ(contentOf(kept), old);
    EXPECT_EQ(verify(kept).value().head, closed.head);

    // The next session of the same key closes nothing.
    EXPECT_EQ(Log::openAfter(m_path, next.clone(), m_clock).value().lastSeq(), 2U);
    // The key before it cannot take the log back.
    EXPECT_EQ(open().error().code, "audit_broken");
}

TEST_F(AuditLog, GoesOnAfterACrashBetweenTheTwoNames) {
    filled();
    const Summary closed = verify(m_path).value();
    const auto kept = m_path.parent_path() / nameWhenClosed(closed.key);
    std::filesystem::create_hard_link(m_path, kept);
    const crypto::SigningKey next = crypto::SigningKey::generate();
    ASSERT_TRUE(Log::openAfter(m_path, next.clone(), m_clock));
    EXPECT_EQ(verify(m_path).value().after->head, closed.head);
    EXPECT_EQ(verify(kept).value().head, closed.head);
}

TEST_F(AuditLog, ClosesNoLogThatIsBrokenOpenElsewhereOrWhoseNameIsTaken) {
    const auto lines = filled();
    const std::string whole = contentOf(m_path);
    const auto kept = m_path.parent_path() / nameWhenClosed(verify(m_path).value().key);
    const crypto::SigningKey next = crypto::SigningKey::generate();
    const auto refused = [&](const crypto::SigningKey& key) {
        const auto log = Log::openAfter(m_path, key.clone(), m_clock);
        return log ? std::string("opened") : log.error().code;
    };
    auto broken = lines;
    broken.erase(broken.begin() + 2);
    replaceContent(m_path, joined(broken));
    EXPECT_EQ(refused(next), "audit_broken");
    EXPECT_EQ(refused(m_key), "audit_broken");
    EXPECT_EQ(contentOf(m_path), joined(broken));
    EXPECT_FALSE(std::filesystem::exists(kept));

    replaceContent(m_path, whole);
    {
        const auto log = open();
        ASSERT_TRUE(log);
        EXPECT_EQ(refused(next), "audit_busy");
    }
    replaceContent(kept, "another file");
    EXPECT_EQ(refused(next), "file_unwritable");
    EXPECT_EQ(contentOf(m_path), whole);
    EXPECT_EQ(contentOf(kept), "another file");
}

}  // namespace
}  // namespace keyreel::audit
