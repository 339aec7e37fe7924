// What is no film, or stops being one, on its way through a publish job.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>

#include "core/crypto/random.h"
#include "core/identity/identity.h"
#include "core/studio/publish_job.h"
#include "tests/support/clip.h"
#include "tests/support/fake_clock.h"
#include "tests/support/memory_key_store.h"
#include "tests/support/temporary_folder.h"

namespace keyreel::studio {
namespace {

using test::clip;

media::SampleFilmOptions small(double seconds = 2) {
    media::SampleFilmOptions options;
    options.width = 192;
    options.height = 112;
    options.seconds = seconds;
    return options;
}

/// A maker with three key nodes and no gateway: nothing here may come as far as to need one.
class Import : public testing::Test {
protected:
    void SetUp() override {
        m_session.places.profile = m_folder.path() / "profiles" / "maker";
        auto created = identity::Identity::create(m_session.places.profile, m_keys, "Mara", "Desk");
        ASSERT_TRUE(created) << created.error().what;
        m_session.identity = std::make_shared<identity::Identity>(std::move(created->identity));
        m_session.clock = &m_clock;
        m_session.workshop = std::make_shared<const media::Workshop>();
        for (int i = 0; i < 3; ++i) {
            custody::NodeDescriptor node;
            node.signingKey = crypto::SigningKey::generate().publicKey();
            node.hpkeKey = crypto::X25519Key::generate().publicKey();
            m_session.network.nodes.push_back(node);
        }
    }

    [[nodiscard]] std::filesystem::path path(const std::string& name) const { return m_folder.path() / name; }

    [[nodiscard]] std::filesystem::path cut(const std::filesystem::path& source, double part) const {
        const auto copy = path("cut-" + source.filename().string());
        std::filesystem::copy_file(source, copy);
        std::filesystem::resize_file(
            copy, static_cast<std::uintmax_t>(static_cast<double>(std::filesystem::file_size(copy)) * part));
        return copy;
    }

    /// Takes a film as the window and the command line do, and returns why it stopped.
    Error import(const std::filesystem::path& film, const JobSink& sink = {}) {
        PublishRequest request;
        request.film = film;
        request.title = "Film";
        auto job = PublishJob::create(m_session.places, request, m_clock, *m_session.workshop);
        if (!job) return job.error();
        const auto link = job->run(m_session, {}, sink);
        return link ? Error{"no error", "", ""} : link.error();
    }

    /// Everything below the profile's jobs, by name.
    [[nodiscard]] std::vector<std::string> left() const {
        std::vector<std::string> names;
        std::error_code error;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(m_session.places.jobs(), error))
            if (entry.is_regular_file()) names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    void refuses(const std::filesystem::path& film, const std::string& code) {
        const Error error = import(film);
        EXPECT_EQ(error.code, code) << film.filename();
        EXPECT_FALSE(error.what.empty());
        EXPECT_FALSE(error.next.empty()) << code;
        EXPECT_TRUE(left().empty()) << code << " left " << left().front();
        EXPECT_TRUE(PublishJob::list(m_session.places).empty()) << code;
    }

    test::TemporaryFolder m_folder;
    test::FakeClock m_clock;
    test::MemoryKeyStore m_keys;
    Session m_session;
};

TEST_F(Import, RefusesWhatIsNoFilmAndLeavesNothing) {
    media::SampleFilmOptions song = small();
    song.video = media::FilmVideo::None;
    song.coverArt = true;
    refuses(clip("song-with-cover.mp4", song), "media_no_video");

    std::ofstream(path("empty.mp4"), std::ios::binary).flush();
    refuses(path("empty.mp4"), "media_empty");

    std::ofstream(path("notes.mp4"), std::ios::binary) << "to buy: bread, film\n";
    refuses(path("notes.mp4"), "media_not_recognised");

    std::filesystem::create_directory(path("folder.mp4"));
    refuses(path("folder.mp4"), "file_not_regular");
    refuses(path("missing.mp4"), "file_missing");

    refuses(cut(clip("h264-aac.mp4", small()), 0.5), "media_truncated");
    refuses(cut(clip("h264-aac.mkv", small()), 0.5), "media_truncated");
    media::SampleFilmOptions vp9 = small();
    vp9.video = media::FilmVideo::Vp9;
    vp9.audio = media::FilmAudio::Opus;
    refuses(cut(clip("vp9-opus.webm", vp9), 0.95), "media_truncated");
}

/// Does something to the film when the encryption has begun to move.
JobSink whileEncrypting(std::function<void()> what) {
    return [what = std::move(what), did = false](const JobReport& report) mutable {
        const StageReport& encrypt = report.at(Stage::Encrypt);
        if (did || encrypt.status != StageStatus::Running || encrypt.progress.done == 0) return;
        did = true;
        what();
    };
}

TEST_F(Import, AFilmThatShrinksWhileItIsEncryptedIsAnErrorAndLeavesNoPartOfAPackage) {
    // Carried and transcoded, since they read in different ways.
    media::SampleFilmOptions carried = small(40);
    media::SampleFilmOptions transcoded = small(40);
    transcoded.video = media::FilmVideo::Mpeg4;
    transcoded.audio = media::FilmAudio::Mp3;
    for (const auto& source : {clip("h264-aac-40s.mp4", carried), clip("h264-aac-40s.mkv", carried),
                               clip("mpeg4-mp3-40s.avi", transcoded)}) {
        const auto film = path(source.filename().string());
        std::filesystem::copy_file(source, film);
        bool shrunk = false;
        const Error error =
            import(film, whileEncrypting([&] {
                       shrunk = true;
                       std::filesystem::resize_file(film, std::filesystem::file_size(film) - 1000);
                   }));
        EXPECT_TRUE(shrunk) << source.filename();
        EXPECT_EQ(error.code, "media_changed") << source.filename() << ": " << error.what;
        EXPECT_FALSE(error.next.empty());
        const auto jobs = PublishJob::list(m_session.places);
        ASSERT_EQ(jobs.size(), 1U);
        EXPECT_EQ(jobs[0].at(Stage::Encrypt).status, StageStatus::Failed);
        // The job can be tried again; it has its journal and its poster.
        EXPECT_EQ(left(), (std::vector<std::string>{"cover.jpg", "journal.json", "lock"}))
            << source.filename();
        auto job = PublishJob::load(m_session.places, jobs[0].id);
        ASSERT_TRUE(job);
        ASSERT_TRUE(job->discard(nullptr, {}));
        EXPECT_TRUE(left().empty());
    }
}

TEST_F(Import, CancellingInsideTheEncryptionLeavesNoPartOfAPackage) {
    PublishRequest request;
    request.film = clip("h264-aac-40s.mp4", small(40));
    request.title = "Film";
    auto job = PublishJob::create(m_session.places, request, m_clock, *m_session.workshop);
    ASSERT_TRUE(job);
    std::stop_source stop;
    const auto link =
        job->run(m_session, stop.get_token(), whileEncrypting([&] { (void)stop.request_stop(); }));
    ASSERT_FALSE(link);
    EXPECT_EQ(link.error().code, "cancelled");
    EXPECT_EQ(left(), (std::vector<std::string>{"cover.jpg", "journal.json", "lock"}));
}

}  // namespace
}  // namespace keyreel::studio
