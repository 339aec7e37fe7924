#include "ui/pages/chapters_card.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>

#include "ui/models/chapter_lines.h"
#include "ui/models/draft_rules.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"

namespace keyreel::ui {
namespace {

using namespace Qt::StringLiterals;

constexpr int kHeight = 88;

/// The time of a line, and what stands between it and the title.
const QRegularExpression& beforeTitle() {
    static const QRegularExpression pattern(u"^\\s*\\S+(\\s+([-–—]\\s*)?)?"_s);
    return pattern;
}

}  // namespace

ChaptersCard::ChaptersCard(QWidget* parent)
    : Card(parent),
      m_lines(new TextAreaField(tr("Time and title, a line each"))),
      m_take(new Button({}, Button::Kind::Link)) {
    auto* head = addTitle(tr("Chapters"));
    m_take->setObjectName(u"create.chapters.take"_s);
    m_take->setSize(Button::Size::Small);
    connect(m_take, &QPushButton::clicked, this, [this]() {
        m_lines->setText(m_ofFile);
        focusText();
    });
    head->addWidget(m_take);
    m_lines->setObjectName(u"create.chapters"_s);
    m_lines->setPlaceholder(tr("0:00 Opening\n4:30 The harbour"));
    m_lines->setHint(tr("Titles are public, as the film's title is."));
    m_lines->edit()->setTabChangesFocus(true);
    m_lines->edit()->setFixedHeight(Theme::scaled(kHeight));
    connect(m_lines, &TextAreaField::textEdited, this, [this]() {
        if (!m_filling) Q_EMIT edited();
    });
    body()->addWidget(m_lines);
}

void ChaptersCard::set(const Draft& draft, const std::shared_ptr<const InspectedFilm>& film) {
    m_filling = true;
    if (m_lines->text() != draft.chapters) m_lines->setText(draft.chapters);
    m_filling = false;
    const qint64 length = film ? static_cast<qint64>(film->info.durationSeconds * 1000) : 0;
    m_lines->setError(chaptersProblem(draft, length));
    m_ofFile = film ? chapterLines(film->info.chapters) : QString();
    m_take->setText(film ? tr("Take those of the file (%1)").arg(film->info.chapters.size()) : QString());
    m_take->setVisible(!m_ofFile.isEmpty() && m_ofFile != draft.chapters);
}

QString ChaptersCard::text() const {
    return m_lines->text();
}

void ChaptersCard::editTitle(int chapter) {
    const QTextDocument* text = m_lines->edit()->document();
    for (QTextBlock line = text->begin(); line.isValid(); line = line.next()) {
        if (line.text().simplified().isEmpty() || chapter-- > 0) continue;
        const auto title = beforeTitle().match(line.text());
        QTextCursor cursor(line);
        cursor.setPosition(line.position() + static_cast<int>(title.capturedEnd()));
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        // Behind the time alone there is no place for a title yet.
        if (!cursor.hasSelection() && !line.text().endsWith(u' ')) cursor.insertText(u" "_s);
        m_lines->edit()->setTextCursor(cursor);
        break;
    }
    focusText();
}

void ChaptersCard::focusText() {
    m_lines->edit()->setFocus(Qt::OtherFocusReason);
}

}  // namespace keyreel::ui
