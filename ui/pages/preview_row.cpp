#include "ui/pages/preview_row.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <array>

#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/time_ticks.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kApart = 8;
constexpr std::array<quint32, 8> kLengths{
    media::kMinPreviewSeconds, 10, media::kPreviewSeconds, 20, 30, 40, 50, media::kMaxPreviewSeconds};

}  // namespace

PreviewRow::PreviewRow(QWidget* parent)
    : QWidget(parent),
      m_on(new Toggle(tr("Free preview"))),
      m_words(new Label({}, Type::Small, Role::Text2)),
      m_length(new Select),
      m_here(new Button(tr("Begin preview here"), Button::Kind::Ghost)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kApart);
    m_on->setObjectName(u"create.preview.on"_s);
    row->addWidget(m_on);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new Label(tr("Free preview"), Type::SmallStrong, Role::Text));
    m_words->setObjectName(u"create.preview.words"_s);
    m_words->setWordWrap(true);
    words->addWidget(m_words);
    row->addLayout(words, 1);
    m_length->setObjectName(u"create.preview.length"_s);
    m_length->setAccessibleName(tr("Length of the free preview"));
    for (const quint32 seconds : kLengths)
        m_length->addItem(tr("%1 s").arg(seconds), seconds);
    row->addWidget(m_length);
    m_here->setObjectName(u"create.preview.here"_s);
    m_here->setSize(Button::Size::Small);
    m_here->setToolTip(tr("Let the free preview begin where the playhead is (P)"));
    row->addWidget(m_here);
    chooseSeconds(media::kPreviewSeconds);

    connect(m_on, &QAbstractButton::clicked, this, [this](bool on) {
        if (on)
            Q_EMIT hereWanted(seconds());
        else
            Q_EMIT refused();
    });
    connect(m_here, &QPushButton::clicked, this, [this]() { Q_EMIT hereWanted(seconds()); });
    connect(m_length, &QComboBox::currentIndexChanged, this, [this]() {
        if (m_preview) Q_EMIT wanted({m_preview->from, seconds()});
    });
}

quint32 PreviewRow::seconds() const {
    return m_length->currentData().toUInt();
}

/// One that is not among those offered, as from the command line, is there as long as it is chosen.
void PreviewRow::chooseSeconds(quint32 seconds) {
    const QSignalBlocker quiet(m_length);
    while (m_length->count() > static_cast<int>(kLengths.size()) &&
           m_length->itemData(m_length->count() - 1).toUInt() != seconds)
        m_length->removeItem(m_length->count() - 1);
    int index = m_length->findData(seconds);
    if (index < 0) {
        index = m_length->count();
        m_length->addItem(tr("%1 s").arg(seconds), seconds);
    }
    m_length->setCurrentIndex(index);
}

void PreviewRow::set(const std::optional<DraftPreview>& preview, bool sold, const QString& whyNot) {
    m_preview = preview;
    m_on->setChecked(preview.has_value());
    m_on->setEnabled(preview.has_value() || whyNot.isEmpty());
    if (preview) chooseSeconds(preview->seconds);
    m_length->setVisible(preview.has_value());
    m_here->setVisible(preview.has_value());
    if (preview)
        m_words->setText(
            tr("%1 to %2: anyone can watch it, and it is not encrypted.")
                .arg(exactClock(preview->from), exactClock(preview->from + qint64{preview->seconds} * 1000)));
    else if (!whyNot.isEmpty())
        m_words->setText(whyNot);
    else
        m_words->setText(sold ? tr("Nobody sees any of it before buying. A preview helps to decide.")
                              : tr("Nobody sees any of it before opening it."));
}

}  // namespace keyreel::ui
