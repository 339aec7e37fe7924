#pragma once

#include <QWidget>
#include <optional>

#include "ui/models/draft_store.h"

namespace keyreel::ui {

class Button;
class Label;
class Select;
class Toggle;

/// Whether everyone may see some of a film, where that begins and how long it lasts. Changes nothing by
/// itself: it says what the person wants, and set() shows what there is.
class PreviewRow : public QWidget {
    Q_OBJECT
public:
    explicit PreviewRow(QWidget* parent = nullptr);

    /// `sold`: a preview is worth a word. `whyNot`: why there cannot be one; empty when there can.
    void set(const std::optional<DraftPreview>& preview, bool sold, const QString& whyNot);
    /// Of the preview, or of the next one.
    [[nodiscard]] quint32 seconds() const;

Q_SIGNALS:
    /// From there, or with that length.
    void wanted(const keyreel::ui::DraftPreview& preview);
    /// Beginning at the playhead.
    void hereWanted(quint32 seconds);
    void refused();

private:
    void chooseSeconds(quint32 seconds);

    std::optional<DraftPreview> m_preview;
    Toggle* m_on;
    Label* m_words;
    Select* m_length;
    Button* m_here;
};

}  // namespace keyreel::ui
