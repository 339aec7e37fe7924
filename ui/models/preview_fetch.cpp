#include "ui/models/preview_fetch.h"

#include "core/studio/chosen_network.h"
#include "core/studio/free_preview.h"
#include "ui/models/formats.h"

namespace keyreel::ui {

PreviewFetch::PreviewFetch(Engine& engine, QObject* parent) : QObject(parent), m_desk(engine, *this) {}

PreviewFetch::~PreviewFetch() {
    forget();
}

void PreviewFetch::forget() {
    m_stop.request_stop();
}

void PreviewFetch::fetch(const QString& link, const std::shared_ptr<const studio::FilmFacts>& facts) {
    forget();
    // Its own, so that an answer that nobody waits for any more is recognised.
    std::stop_source wanted;
    m_stop = wanted;
    m_desk.run(
        [text = toStdString(link), facts, wanted](const studio::Session& session,
                                                  const std::stop_token& ending) -> Result<Bytes> {
            std::stop_source given = wanted;
            const std::stop_callback ended(ending, [&given] { given.request_stop(); });
            KEYREEL_TRY(const studio::Link parsed, studio::Link::parse(text));
            KEYREEL_TRY(const auto there, studio::sessionAt(session, parsed, wanted.get_token()));
            return studio::fetchPreview(*there, facts->manifest, wanted.get_token());
        },
        [this, wanted](Result<Bytes> clip) {
            if (wanted != m_stop || wanted.stop_requested()) return;
            if (clip)
                Q_EMIT fetched(std::make_shared<const Bytes>(std::move(*clip)));
            else
                Q_EMIT failed(clip.error());
        });
}

}  // namespace keyreel::ui
