#pragma once

#include <QObject>
#include <memory>
#include <stop_token>

#include "core/base/bytes.h"
#include "ui/models/engine_desk.h"

namespace keyreel::ui {

/// Fetches what everyone may see of a film, checked against what its maker signed. Asks for no pass and no
/// key, and leaves no record of an opening. Of several wishes in a row the last one is answered. GUI thread.
class PreviewFetch : public QObject {
    Q_OBJECT
public:
    explicit PreviewFetch(Engine& engine, QObject* parent = nullptr);
    ~PreviewFetch() override;

    /// Answered with fetched() or failed().
    void fetch(const QString& link, const std::shared_ptr<const studio::FilmFacts>& facts);
    void forget();

Q_SIGNALS:
    void fetched(std::shared_ptr<const keyreel::Bytes> clip);
    void failed(const keyreel::Error& error);

private:
    EngineDesk m_desk;
    std::stop_source m_stop;
};

}  // namespace keyreel::ui
