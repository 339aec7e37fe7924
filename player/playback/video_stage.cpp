#include <algorithm>
#include <chrono>
#include <utility>

#include "player/playback/stages.h"

namespace keyreel::playback {

namespace {

/// A seek that decodes further than this shows the key frame in the meantime.
constexpr Time kFarTarget{1'000'000};

}  // namespace

VideoStage::VideoStage(std::unique_ptr<Decoder> decoder, std::size_t rung, PictureQueue& out,
                       StageSettings& settings, std::function<void()> changed)
    : m_decoder(std::move(decoder)),
      m_rung(rung),
      m_out(out),
      m_settings(settings),
      m_changed(std::move(changed)) {}

void VideoStage::begin(const Seek& seek) {
    m_decoder->flush();
    m_decoder->skipUnreferenced(false);
    m_seek = seek;
    m_searching = seek.mode == SeekMode::Exact && seek.target > Time(0);
    m_nearest = Time::min();
    m_shownProvisional = false;
    m_stale = false;
    m_skipping = false;
    m_from = Time::min();
    m_held.reset();
}

Status VideoStage::change(std::unique_ptr<Decoder> decoder, Time from, std::size_t rung) {
    if (!m_stale) {
        m_until = from;
        m_decoder->skipUnreferenced(m_settings.catchUp);
        KEYREEL_CHECK(m_decoder->send(nullptr));
        KEYREEL_CHECK(receiveAll());
        m_until = Time::max();
    }
    replace(std::move(decoder), rung);
    m_from = from;
    return {};
}

void VideoStage::replace(std::unique_ptr<Decoder> decoder, std::size_t rung) {
    m_corruptBefore += m_decoder->corrupt();
    m_decoder = std::move(decoder);
    m_rung = rung;
    m_skipping = false;
}

Status VideoStage::decode(const Sample& sample) {
    if (m_stale) return {};
    if (m_skipping && (sample.packet->flags & AV_PKT_FLAG_KEY) == 0) return {};
    m_skipping = false;
    const std::uint64_t corruptBefore = m_decoder->corrupt();
    m_decoder->skipUnreferenced(isPassed(sample.pts) || m_settings.catchUp);
    KEYREEL_CHECK(m_decoder->send(sample.packet.get()));
    KEYREEL_CHECK(receiveAll());
    if (m_decoder->corrupt() != corruptBefore) skipDamage(sample.pts);
    return {};
}

/// Whether something that begins later than `pts`, and is on screen at the target or before, has come
/// already: then nobody sees this frame. Told of all frames in the order of decoding. Exact however long each
/// is shown.
bool VideoStage::isPassed(Time pts) {
    if (!m_searching || pts > m_seek.target) return false;
    const bool passed = pts < m_nearest;
    m_nearest = std::max(m_nearest, pts);
    return passed;
}

/// What follows refers to what was damaged: it would be shown broken.
void VideoStage::skipDamage(Time at) {
    m_decoder->dropPending();
    m_skipping = true;
    m_settings.damagedAt = at.count();
    ++m_settings.damaged;
    m_changed();
}

Status VideoStage::drain() {
    if (m_stale) return {};
    KEYREEL_CHECK(m_decoder->send(nullptr));
    KEYREEL_CHECK(receiveAll());
    // A target past the end: the last frame is the one to show.
    if (m_searching && m_held) {
        m_searching = false;
        const Held last = std::move(*m_held);
        m_held.reset();
        return show(last, false);
    }
    return {};
}

void VideoStage::finish(std::optional<Error> error) {
    m_settings.corrupt = m_corruptBefore + m_decoder->corrupt();
    m_held.reset();
    m_out.finish(m_seek.serial, std::move(error));
    m_changed();
}

Status VideoStage::receiveAll() {
    while (!m_stale) {
        KEYREEL_TRY(ff::FramePtr frame, m_decoder->receive());
        if (!frame) break;
        ++m_settings.decoded;
        KEYREEL_CHECK(take(std::move(frame)));
    }
    m_settings.corrupt = m_corruptBefore + m_decoder->corrupt();
    return {};
}

Status VideoStage::take(ff::FramePtr frame) {
    const Time pts = m_decoder->timeOf(*frame);
    if (isCutOff(pts) || pts < m_from || pts >= m_until) return {};
    Held taken{std::move(frame), pts, Time(0), m_rung};
    taken.duration = m_decoder->durationOf(*taken.frame);
    if (!m_searching) return show(taken, false);
    if (pts <= m_seek.target) {
        if (!m_shownProvisional && m_seek.target - pts > kFarTarget) {
            m_shownProvisional = true;
            KEYREEL_CHECK(show(taken, true));
        }
        m_held = std::move(taken);
        // A stale seek is noticed here only when pictures are shown; without one the search would go on.
        if (m_out.state().serial != m_seek.serial) m_stale = true;
        return {};
    }
    m_searching = false;
    // The frame on screen at the target is the last one that begins at or before it.
    if (m_held) {
        const Held found = std::move(*m_held);
        m_held.reset();
        KEYREEL_CHECK(show(found, false));
    }
    return show(taken, false);
}

Status VideoStage::show(const Held& held, bool provisional) {
    if (m_stale) return {};
    KEYREEL_TRY(Picture picture,
                m_maker.make(*held.frame, m_decoder->streamAspect(), m_decoder->info().rotation,
                             m_settings.size(), m_settings.tuning()));
    picture.pts = held.pts;
    picture.duration = held.duration;
    picture.serial = m_seek.serial;
    picture.keyFrame = ff::isKeyFrame(*held.frame);
    picture.provisional = provisional;
    picture.rung = held.rung;
    if (m_out.push(std::move(picture)))
        m_changed();
    else
        m_stale = true;
    return {};
}

}  // namespace keyreel::playback
