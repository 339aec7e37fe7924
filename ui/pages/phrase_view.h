#pragma once

#include <QWidget>
#include <memory>

#include "core/base/secret_bytes.h"
#include "ui/widgets/accessible.h"

namespace keyreel::ui {

class Sheet;

/// The 24 recovery words, numbered, in four columns. The phrase stays in SecretBytes: each word becomes text
/// only while it is painted or read out.
class PhraseView : public QWidget, public AccessibleItems {
    Q_OBJECT
public:
    explicit PhraseView(std::shared_ptr<SecretBytes> phrase, QWidget* parent = nullptr);

    int itemCount() const override;
    QString itemName(int index) const override;
    QRect itemBox(int index) const override;
    bool itemChecked(int) const override { return false; }
    bool itemsAreRadios() const override { return false; }
    void activateItem(int) override {}
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override;

private:
    QString word(int index) const;
    std::shared_ptr<SecretBytes> m_phrase;
};

/// Shows the words once more or for the first time; hides them after a minute.
Sheet* makePhraseSheet(std::shared_ptr<SecretBytes> phrase, bool first);

}  // namespace keyreel::ui
