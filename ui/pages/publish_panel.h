#pragma once

#include <QObject>

#include "ui/models/draft_store.h"
#include "ui/models/engine.h"
#include "ui/widgets/readiness_list.h"

namespace keyreel::ui {

class Button;
class Label;
class ListingPreview;

/// The decision to publish a draft: what people will see, what is still open, and Publish. It stands beside
/// the details as a column, or below them as a bar where the window is narrow; both say the same.
class PublishPanel : public QObject {
    Q_OBJECT
public:
    explicit PublishPanel(Engine& engine, QObject* parent = nullptr);

    [[nodiscard]] QWidget* column() const { return m_column; }
    [[nodiscard]] QWidget* bar() const { return m_bar; }
    /// `film` is null while it is read, or when it cannot be.
    /// `gatewayShare`: what the gateway keeps of the income; nothing while that is not known.
    void show(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film, const QImage& cover,
              std::optional<unsigned> gatewayShare);
    [[nodiscard]] bool isReady() const { return m_list->isReady(); }
    /// The button waits while the job is being written.
    void setPublishing(bool publishing);
    [[nodiscard]] bool isPublishing() const { return m_publishing; }

Q_SIGNALS:
    void publishRequested();
    /// The person wants to see what is open: "video", "title", "chapters", "access", "royalties", "identity",
    /// "network".
    void showRequested(const QString& id);

private:
    [[nodiscard]] QList<ReadinessList::Item> openAndDone(const Draft& draft, const InspectedFilm* film,
                                                         std::optional<unsigned> gatewayShare) const;
    void appendSale(QList<ReadinessList::Item>& items, const Draft& draft,
                    std::optional<unsigned> gatewayShare) const;
    QWidget* makeColumn();
    QWidget* makeBar();
    void preview(const Draft& draft, const InspectedFilm* film, const QImage& cover);
    void showNext();

    Engine& m_engine;
    QWidget* m_column = nullptr;
    QWidget* m_bar = nullptr;
    ListingPreview* m_preview = nullptr;
    ReadinessList* m_list = nullptr;
    Label* m_count = nullptr;
    Label* m_text = nullptr;
    Label* m_barCount = nullptr;
    Label* m_barText = nullptr;
    Button* m_barShow = nullptr;
    QList<Button*> m_publish;
    bool m_publishing = false;
};

}  // namespace keyreel::ui
