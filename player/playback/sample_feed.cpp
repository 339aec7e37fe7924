#include "player/playback/sample_feed.h"

#include <algorithm>
#include <utility>

namespace keyreel::playback {
namespace {

/// What `Ladder::starts` may be off by: from the first on, and more from each to the next.
constexpr Time kStartError{2'000};
constexpr Time kGrowingError{500};

/// Of the file, not of this computer or of who called the read away.
bool isOfTheFile(const Error& error) {
    return error.code != "cancelled" && error.code != "out_of_memory";
}

}  // namespace

SampleFeed::SampleFeed(TrackSource source)
    : m_source(std::move(source)), m_readers(m_source.ladder ? m_source.ladder->rungs.size() : 1) {}

std::shared_ptr<SourceReader> SampleFeed::readerOf(std::size_t rung) {
    const std::lock_guard lock(m_mutex);
    Reader& each = m_readers[rung];
    if (!each.reader) {
        each.reader = std::make_shared<SourceReader>(m_source.ladder ? m_source.ladder->rungs[rung].bytes
                                                                     : m_source.bytes);
        if (m_interrupted) each.interruption = each.reader->interrupt();
        if (m_stopped) each.reader->stop();
    }
    return each.reader;
}

void SampleFeed::interrupt() {
    const std::lock_guard lock(m_mutex);
    m_interrupted = true;
    for (Reader& each : m_readers)
        if (each.reader) each.interruption = each.reader->interrupt();
}

void SampleFeed::accept() {
    const std::lock_guard lock(m_mutex);
    m_interrupted = false;
    for (Reader& each : m_readers)
        if (each.reader) each.reader->accept(each.interruption);
}

void SampleFeed::stop() {
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    for (Reader& each : m_readers)
        if (each.reader) each.reader->stop();
}

std::size_t SampleFeed::segmentAt(Time target) const {
    const std::vector<Time>& starts = m_source.ladder->starts;
    const auto indexOf = [&](Time time) {
        const auto after = std::upper_bound(starts.begin(), starts.end(), time);
        return after == starts.begin() ? 0 : static_cast<std::size_t>(after - starts.begin()) - 1;
    };
    // One too early costs a segment; one too late would miss the place.
    const auto error = kStartError + kGrowingError * static_cast<Time::rep>(indexOf(target));
    return indexOf(target - error);
}

Status SampleFeed::openRung(std::size_t rung, std::size_t segment) {
    m_spent = true;
    m_rung = rung;
    m_segment = segment;
    const Ladder::Rung& from = m_source.ladder->rungs[rung];
    KEYREEL_TRY(m_demuxer, Demuxer::open(m_source.kind, from.label, readerOf(rung), m_source.container,
                                         m_source.stream, FileSegments{&from.offsets, segment}));
    m_spent = false;
    m_segmentOver = false;
    m_untouched = true;
    return {};
}

/// From another rung, when this one's file cannot be read.
Status SampleFeed::openAt(std::size_t segment, std::size_t rung) {
    const Status opened = openRung(rung, segment);
    return opened ? opened : openElsewhere(opened.error());
}

/// The segment that could not be read, from a rung that can; `reason` when there is none.
Status SampleFeed::openElsewhere(const Error& reason) {
    m_spent = true;
    const auto failed = [&reason] { return Status(tl::unexpected<Error>(reason)); };
    if (!m_source.ladder || !m_source.ladder->instead || !isOfTheFile(reason)) return failed();
    // Each of the others once, whatever it is told.
    for (std::size_t tries = 1; tries < m_source.ladder->rungs.size(); ++tries) {
        const auto other = m_source.ladder->instead(m_segment, m_rung);
        if (!other || *other >= m_source.ladder->rungs.size()) return failed();
        const Status opened = openRung(*other, m_segment);
        if (opened || !isOfTheFile(opened.error())) return opened;
    }
    return failed();
}

Status SampleFeed::open(Time target) {
    if (!m_spent) return {};
    if (m_source.ladder) {
        const std::size_t segment = segmentAt(target);
        return openAt(segment, m_source.ladder->choose(segment));
    }
    KEYREEL_TRY(m_demuxer, Demuxer::open(m_source.kind, m_source.label, readerOf(0), m_source.container,
                                         m_source.stream));
    m_spent = false;
    return {};
}

Status SampleFeed::seek(Time target) {
    // A file that was opened at a segment knows nothing of those before it.
    if (m_source.ladder && !m_untouched) m_spent = true;
    KEYREEL_CHECK(open(target));
    if (m_source.ladder && segmentAt(target) != m_segment) {
        m_spent = true;
        KEYREEL_CHECK(open(target));
    }
    m_untouched = false;
    Status sought = m_demuxer->seek(target);
    const std::size_t rungs = m_source.ladder ? m_source.ladder->rungs.size() : 1;
    for (std::size_t tries = 1; !sought && tries < rungs; ++tries) {
        KEYREEL_CHECK(openElsewhere(sought.error()));
        m_untouched = false;
        sought = m_demuxer->seek(target);
    }
    if (!sought) m_spent = true;
    return sought;
}

Status SampleFeed::goOnInNextSegment() {
    const std::size_t next = m_segment + 1;
    m_segmentOver = false;
    if (next >= m_source.ladder->starts.size()) return {};
    m_segment = next;
    const std::size_t rung = m_source.ladder->choose(next);
    return rung == m_rung ? Status() : openAt(next, rung);
}

void SampleFeed::follow(const AVPacket& packet) {
    if (packet.pos < 0) return;
    const std::vector<std::uint64_t>& offsets = m_source.ladder->rungs[m_rung].offsets;
    const auto at = static_cast<std::uint64_t>(packet.pos);
    const auto after = std::upper_bound(offsets.begin(), offsets.end(), at);
    if (after == offsets.begin()) return;
    m_segment = static_cast<std::size_t>(after - offsets.begin()) - 1;
    m_segmentOver = after != offsets.end() && at + static_cast<std::uint64_t>(packet.size) >= *after;
}

Result<std::optional<Sample>> SampleFeed::read() {
    if (m_segmentOver) KEYREEL_CHECK(goOnInNextSegment());
    m_untouched = false;
    Result<std::optional<Sample>> sample = m_demuxer->read();
    const std::size_t rungs = m_source.ladder ? m_source.ladder->rungs.size() : 1;
    for (std::size_t tries = 1; !sample && tries < rungs; ++tries) {
        KEYREEL_CHECK(openElsewhere(sample.error()));
        m_untouched = false;
        sample = m_demuxer->read();
    }
    if (!sample) m_spent = true;
    if (m_source.ladder && sample && *sample) follow(*(*sample)->packet);
    return sample;
}

bool SampleFeed::takeChange() {
    return std::exchange(m_toldRung, m_rung) != m_rung;
}

}  // namespace keyreel::playback
