#include "ui/models/offline_films.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace keyreel::ui {
namespace {

/// How often a download tells how far it is.
constexpr std::chrono::milliseconds kTellEvery{100};

}  // namespace

OfflineFilms::OfflineFilms(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {
    connect(&engine, &Engine::readinessChanged, this, &OfflineFilms::refresh);
}

void OfflineFilms::refresh() {
    if (m_desk.session() == nullptr) {
        m_leases.clear();
        Q_EMIT changed();
        return;
    }
    m_desk.run(
        [](const studio::Session& session, const std::stop_token&) { return studio::leasesOf(session); },
        [this](Result<std::vector<studio::Lease>> leases) {
            m_leases = std::move(leases).value_or(std::vector<studio::Lease>{});
            Q_EMIT changed();
        });
}

const studio::Lease* OfflineFilms::lease(const QString& link) const {
    const auto found = std::find_if(m_leases.begin(), m_leases.end(),
                                    [&](const studio::Lease& each) { return toQString(each.link) == link; });
    return found == m_leases.end() ? nullptr : &*found;
}

const OfflineFilms::Taking* OfflineFilms::taking(const QString& link) const {
    const auto found = m_taking.constFind(link);
    return found == m_taking.constEnd() ? nullptr : &*found;
}

void OfflineFilms::take(const QString& link) {
    if (m_taking.contains(link)) return;
    m_taking.insert(link, {});
    Q_EMIT progressed(link);
    const auto tell = [self = QPointer<OfflineFilms>(this), engine = &m_desk.engine(), link,
                       last = std::chrono::steady_clock::time_point()](const Progress& so) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - last < kTellEvery && so.done != so.total) return;
        last = now;
        // The engine outlives its workers; the view model may not.
        QMetaObject::invokeMethod(
            engine,
            [self, link, so]() {
                if (!self || !self->m_taking.contains(link)) return;
                self->m_taking[link].done = so.done;
                self->m_taking[link].total = so.total;
                Q_EMIT self->progressed(link);
            },
            Qt::QueuedConnection);
    };
    m_taking[link].stop = m_desk.run(
        [text = toStdString(link), tell](const studio::Session& session,
                                         const std::stop_token& stop) mutable -> Result<studio::Lease> {
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(session, parsed, stop));
            return studio::takeLease(*there, parsed, tell, stop);
        },
        [this, link](const Result<studio::Lease>& lease) {
            m_taking.remove(link);
            if (lease) {
                Q_EMIT taken(link);
                refresh();
            } else {
                Q_EMIT takeFailed(link, lease.error());
            }
            settle(link, lease ? nullptr : &lease.error());
        });
}

void OfflineFilms::takeSeveral(const QStringList& links) {
    for (const QString& link : links) {
        if (link == m_several.now || m_several.waiting.contains(link)) continue;
        m_several.waiting.append(link);
        ++m_several.asked;
    }
    if (m_several.now.isEmpty()) takeNext();
}

void OfflineFilms::cancelSeveral() {
    m_several.asked -= static_cast<int>(m_several.waiting.size());
    m_several.waiting.clear();
    cancel(m_several.now);
}

void OfflineFilms::takeNext() {
    if (m_several.waiting.isEmpty()) {
        const Several how = std::exchange(m_several, {});
        Q_EMIT severalChanged();
        if (how.ended > 0) Q_EMIT severalEnded(how);
        return;
    }
    m_several.now = m_several.waiting.takeFirst();
    Q_EMIT severalChanged();
    take(m_several.now);
}

void OfflineFilms::settle(const QString& link, const Error* error) {
    if (link != m_several.now) return;
    ++m_several.ended;
    m_several.kept += error == nullptr ? 1 : 0;
    if (error != nullptr && error->code != "cancelled" && !m_several.why) {
        m_several.refused = link;
        m_several.why = *error;
    }
    takeNext();
}

void OfflineFilms::cancel(const QString& link) {
    if (m_taking.contains(link)) m_taking[link].stop.request_stop();
}

void OfflineFilms::release(const QString& link) {
    m_desk.run(
        [text = toStdString(link)](const studio::Session& session, const std::stop_token&) -> Status {
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            return studio::dropLease(session, parsed);
        },
        [this, link](const Status& dropped) {
            if (!dropped) Q_EMIT releaseFailed(link, dropped.error());
            refresh();
        });
}

}  // namespace keyreel::ui
