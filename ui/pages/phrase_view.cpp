#include "ui/pages/phrase_view.h"

#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>
#include <string_view>

#include "ui/paint/paint.h"
#include "ui/shell/sheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {
namespace {

constexpr int kColumns = 4;
constexpr int kRow = 34;
constexpr int kHideAfterMs = 60'000;

std::string_view wordAt(const SecretBytes& phrase, int index) {
    const std::string_view text(reinterpret_cast<const char*>(phrase.view().data()), phrase.size());
    std::size_t begin = 0;
    for (int i = 0; i < index; ++i) {
        begin = text.find(' ', begin);
        if (begin == std::string_view::npos) return {};
        ++begin;
    }
    return text.substr(begin, text.find(' ', begin) - begin);
}

}  // namespace

PhraseView::PhraseView(std::shared_ptr<SecretBytes> phrase, QWidget* parent)
    : QWidget(parent), m_phrase(std::move(phrase)) {
    installAccessibility();
    setAccessibleName(tr("Recovery words"));
    setObjectName(QStringLiteral("phrase.words"));
}

int PhraseView::itemCount() const {
    int words = m_phrase->empty() ? 0 : 1;
    for (const auto byte : m_phrase->view())
        if (byte == ' ') ++words;
    return words;
}

QString PhraseView::word(int index) const {
    const auto word = wordAt(*m_phrase, index);
    return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
}

QString PhraseView::itemName(int index) const {
    return tr("Word %1: %2").arg(index + 1).arg(word(index));
}

QRect PhraseView::itemBox(int index) const {
    const int rows = (itemCount() + kColumns - 1) / kColumns;
    const int columnWidth = width() / kColumns;
    const int row = Theme::scaled(kRow);
    return {index / rows * columnWidth, index % rows * row, columnWidth - 8, row - 6};
}

QSize PhraseView::sizeHint() const {
    return {520, (std::max(24, itemCount()) + kColumns - 1) / kColumns * Theme::scaled(kRow)};
}

void PhraseView::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < itemCount(); ++i) {
        const QRectF box = itemBox(i);
        paint::roundedBox(p, box, 7, Theme::color(Role::BgField), Theme::color(Role::LineSoft));
        paint::digits(p, box.adjusted(0, 0, -box.width() + 26, 0), QString::number(i + 1),
                      Theme::font(Type::Micro), Theme::color(Role::Text3), Qt::AlignRight | Qt::AlignVCenter);
        paint::text(p, box.adjusted(36, 0, -4, 0), word(i), Theme::font(Type::Control),
                    Theme::color(Role::Text));
    }
}

Sheet* makePhraseSheet(std::shared_ptr<SecretBytes> phrase, bool first) {
    auto* sheet = new Sheet(first ? tr("Write down your 24 words") : tr("Your 24 words"), 640);
    sheet->setObjectName(QStringLiteral("phrase"));
    sheet->setIcon(Icon::RecoveryKit, Tone::Accent);
    sheet->setSentence(tr(
        "On paper, in this order. They bring your identity and your films back on another computer. Whoever "
        "has them is you: keep them away from this one."));
    sheet->body()->addWidget(new PhraseView(std::move(phrase)));
    auto* done = sheet->addAct(tr("I wrote them down"), Button::Kind::Primary, Icon::Check);
    done->setObjectName(QStringLiteral("phrase.done"));
    auto* later = sheet->addWayOut(first ? tr("Later") : tr("Close"));
    later->setObjectName(QStringLiteral("phrase.later"));
    if (first) sheet->setNote(tr("You find them under\nKeys & devices"));
    QTimer::singleShot(kHideAfterMs, sheet, [sheet, first]() {
        if (!first) sheet->reject();
    });
    return sheet;
}

}  // namespace keyreel::ui
