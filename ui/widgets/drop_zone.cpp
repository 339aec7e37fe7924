#include "ui/widgets/drop_zone.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/button.h"

namespace keyreel::ui {

namespace {

constexpr int kChipHeight = 66;

QFont sentenceFont() {
    QFont font = Theme::font(Type::Body);
    font.setPixelSize(Theme::scaled(14));
    return font;
}

// A strip of film with an arrow into it.
void paintFilm(QPainter& p, const QPointF& centre) {
    const QRectF box(centre.x() - 53, centre.y() - 39, 106, 78);
    const QColor line = Theme::color(Role::LineStrong);
    paint::roundedBox(p, box, 12, Theme::color(Role::BgRaised), line, 1.5);
    p.setPen(QPen(line, 1.5));
    p.drawLine(QPointF(box.left() + 27, box.top() + 1), QPointF(box.left() + 27, box.bottom() - 1));
    p.drawLine(QPointF(box.right() - 27, box.top() + 1), QPointF(box.right() - 27, box.bottom() - 1));
    for (int i = 0; i < 4; ++i) {
        const qreal y = box.top() + 10 + i * 16;
        for (const qreal x : {box.left() + 9, box.right() - 18}) {
            paint::roundedBox(p, QRectF(x, y, 9, 9), 2.5, {}, line, 1.5);
        }
    }
    const QRectF disc(centre.x() - 19, centre.y() - 19, 38, 38);
    paint::roundedBox(p, disc, 19, Theme::color(Role::AccentSoft), Theme::color(Role::AccentBar), 1.5);
    paintIcon(p, Icon::ArrowDown, disc.adjusted(7, 7, -7, -7), Theme::color(Role::AccentText));
}

void paintChip(QPainter& p, const QPointF& centre, const QString& name, const QString& line,
               const QColor& edge) {
    const QFont title = Theme::font(Type::Strong);
    const QFont small = Theme::font(Type::Small);
    const qreal words = std::min(360.0, std::max(QFontMetricsF(title).horizontalAdvance(name),
                                                 QFontMetricsF(small).horizontalAdvance(line)));
    const QRectF box(centre.x() - (words + 88) / 2, centre.y() - kChipHeight / 2.0, words + 88, kChipHeight);
    paint::shadow(p, box, metrics::kRadiusCard);
    paint::roundedBox(p, box, metrics::kRadiusCard, Theme::color(Role::BgPopover), edge, 1.5);
    const QRectF tile(box.left() + 11, box.top() + 11, 44, 44);
    paint::roundedBox(p, tile, 9, Theme::color(Role::AccentSoft));
    paintIcon(p, Icon::Film, tile.adjusted(11, 11, -11, -11), Theme::color(Role::AccentText));
    paint::text(p, QRectF(tile.right() + 14, box.top() + 13, words + 2, 20), name, title,
                Theme::color(Role::Text), Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
    paint::text(p, QRectF(tile.right() + 14, box.top() + 34, words + 2, 18), line, small,
                Theme::color(Role::Text3));
}

}  // namespace

DropZone::DropZone(QWidget* parent)
    : QWidget(parent),
      m_formats(tr("MP4, MOV, MKV and WebM · H.264, HEVC, AV1, VP9 · any length")),
      m_choose(new Button(tr("Choose files..."), Button::Kind::Primary, Icon::Folder, this)),
      m_sample(new Button(tr("Use the 20-second sample"), Button::Kind::Secondary, Icon::Film, this)),
      m_cancel(new Button(tr("Cancel"), Button::Kind::Secondary, Icon::None, this)) {
    installAccessibility();
    setAccessibleName(tr("Drop a video, or press Enter to choose a file"));
    setAcceptDrops(true);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ringRadius", metrics::kRadiusSheet);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_choose->setSize(Button::Size::Large);
    m_sample->setSize(Button::Size::Large);
    m_choose->setObjectName(QStringLiteral("drop.choose"));
    m_sample->setObjectName(QStringLiteral("drop.sample"));
    m_cancel->setObjectName(QStringLiteral("drop.cancel"));
    m_cancel->hide();
    connect(m_choose, &Button::clicked, this, &DropZone::chooseRequested);
    connect(m_sample, &Button::clicked, this, &DropZone::sampleRequested);
    connect(m_cancel, &Button::clicked, this, &DropZone::cancelRequested);
    connect(&Theme::current(), &Theme::changed, this, [this] { arrange(); });
}

void DropZone::setState(State state, const QString& file, const QString& line) {
    if (state != State::DragOver) m_before = state;
    m_state = state;
    m_file = file;
    m_line = line;
    const bool buttons = state == State::Idle || state == State::Refused || state == State::Disabled;
    m_choose->setVisible(buttons);
    m_sample->setVisible(buttons && m_sampleAvailable);
    m_cancel->setVisible(state == State::Reading);
    setAccessibleDescription(line);
    arrange();
    update();
}

void DropZone::setIdle() {
    m_choose->setDisabledReason({});
    m_sample->setDisabledReason({});
    setState(State::Idle);
}

void DropZone::setReading(const QString& fileName, const QString& line, bool many) {
    m_many = many;
    const bool isNew = m_state != State::Reading || m_file != fileName;
    setState(State::Reading, fileName, line);
    if (isNew) announce(this, fileName + QStringLiteral(", ") + line);
}

void DropZone::setRefused(const QString& sentence) {
    setIdle();
    setState(State::Refused, {}, sentence);
    announce(this, sentence);
}

void DropZone::setDisabledReason(const QString& reason) {
    if (reason.isEmpty()) {
        setIdle();
        return;
    }
    m_choose->setDisabledReason(reason);
    m_sample->setDisabledReason(reason);
    setState(State::Disabled, {}, reason);
}

void DropZone::setDragOver(const QString& fileName, const QString& line) {
    if (m_state == State::Disabled || m_state == State::Reading) return;
    setState(State::DragOver, fileName, line);
}

void DropZone::setFormatsLine(const QString& line) {
    m_formats = line;
    update();
}

void DropZone::setSampleAvailable(bool available) {
    m_sampleAvailable = available;
    setState(m_state, m_file, m_line);
}

QStringList DropZone::localFiles(const QMimeData* mime) {
    QStringList paths;
    if (!mime) return paths;
    for (const QUrl& url : mime->urls()) {
        if (url.isLocalFile()) paths << url.toLocalFile();
    }
    if (!paths.isEmpty() || mime->hasUrls()) return paths;
    // Some programs copy files as lines of text.
    for (const QString& line : mime->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const QUrl url(line.trimmed(), QUrl::StrictMode);
        if (!url.isLocalFile()) return {};
        paths << url.toLocalFile();
    }
    return paths;
}

QString DropZone::describeFile(const QString& path) {
    const QFileInfo info(path);
    if (info.isDir()) return tr("A draft for every film in it");
    const QString size = QLocale().formattedDataSize(info.size(), 2, QLocale::DataSizeSIFormat);
    return info.suffix().isEmpty() ? size : size + QStringLiteral(" · ") + info.suffix().toUpper();
}

void DropZone::arrange() {
    const int gap = 10;
    const int centre = width() / 2;
    // Same vertical rhythm as the picture: object, title, sentence, buttons, formats.
    const qreal words = std::min(width() - 48.0, 640.0);
    const bool told = m_state == State::Refused || m_state == State::Disabled;
    const qreal lines =
        told ? paint::wrapped(nullptr, QRectF(0, 0, words, 1), m_line, sentenceFont(), {}, 22, 3) : 22;
    const int buttonsTop = height() / 2 + 26 + int(lines);
    int total = m_choose->sizeHint().width();
    if (m_sampleAvailable) total += gap + m_sample->sizeHint().width();
    int x = centre - total / 2;
    m_choose->setGeometry(QRect(QPoint(x, buttonsTop), m_choose->sizeHint()));
    x += m_choose->sizeHint().width() + gap;
    m_sample->setGeometry(QRect(QPoint(x, buttonsTop), m_sample->sizeHint()));
    const QSize cancel = m_cancel->sizeHint();
    m_cancel->setGeometry(QRect(QPoint(centre - cancel.width() / 2, buttonsTop), cancel));
}

void DropZone::resizeEvent(QResizeEvent*) {
    arrange();
}

void DropZone::paintEvent(QPaintEvent*) {
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const bool over = m_state == State::DragOver;
    const bool refused = m_state == State::Refused;
    QColor edge = Theme::color(underMouse() && m_state == State::Idle ? Role::AccentLine : Role::LineStrong);
    if (over) edge = Theme::color(Role::AccentBar);
    if (refused) edge = Theme::color(Role::Error);
    const qreal edgeWidth = over ? 2 : 1.5;
    const QRectF box = QRectF(rect()).adjusted(edgeWidth / 2, edgeWidth / 2, -edgeWidth / 2, -edgeWidth / 2);
    QPen pen(edge, edgeWidth);
    if (!over && !refused) {
        pen.setDashPattern({5, 4});
        pen.setCapStyle(Qt::FlatCap);
    }
    p.setPen(pen);
    p.setBrush(Theme::color(over ? Role::AccentWash : Role::BgCard));
    p.drawRoundedRect(box, metrics::kRadiusSheet, metrics::kRadiusSheet);

    const QPointF centre(width() / 2.0, height() / 2.0);
    QString title = tr("Drop a video here");
    QString line = tr("or anywhere in this window. Keyreel reads it where it is and makes no copy.");
    Role lineRole = Role::Text2;
    const qreal artY = centre.y() - 82;
    switch (m_state) {
        case State::Idle:
            paintFilm(p, {centre.x(), artY});
            break;
        case State::DragOver:
            title = tr("Let go to start a new film");
            line = tr("It is read where it is. Nothing is copied or uploaded yet.");
            paintChip(p, {centre.x(), artY}, m_file, m_line, Theme::color(Role::AccentBar));
            break;
        case State::Reading:
            title = m_many ? tr("Reading the films") : tr("Reading the film");
            line = tr("Nothing leaves this computer.");
            paintChip(p, {centre.x(), artY}, m_file, m_line, Theme::color(Role::LineStrong));
            break;
        case State::Refused:
            title = tr("This file cannot become a film");
            line = m_line;
            lineRole = Role::Error;
            paintFilm(p, {centre.x(), artY});
            break;
        case State::Disabled:
            line = m_line;
            paintFilm(p, {centre.x(), artY});
            break;
    }
    const qreal words = std::min(width() - 48.0, 640.0);
    paint::text(p, QRectF(centre.x() - words / 2, centre.y() - 24, words, 32), title, Theme::font(Type::Hero),
                Theme::color(m_state == State::Disabled ? Role::TextDisabled : Role::Text), Qt::AlignCenter);
    paint::wrapped(&p, QRectF(centre.x() - words / 2, centre.y() + 10, words, 66), line, sentenceFont(),
                   Theme::color(lineRole), 22, 3, Qt::AlignHCenter);
    if (m_choose->isVisible()) {
        paint::wrapped(&p, QRectF(centre.x() - words / 2, m_choose->geometry().bottom() + 20, words, 40),
                       m_formats, Theme::font(Type::Small), Theme::color(Role::Text3), 20, 2,
                       Qt::AlignHCenter);
    }
}

void DropZone::dragEnterEvent(QDragEnterEvent* event) {
    const QStringList paths = localFiles(event->mimeData());
    if (paths.isEmpty() || m_state == State::Disabled || m_state == State::Reading) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    const QString name =
        paths.size() == 1 ? QFileInfo(paths.first()).fileName() : tr("%1 files").arg(paths.size());
    setDragOver(name, paths.size() == 1 ? describeFile(paths.first()) : tr("One draft each"));
}

void DropZone::dragLeaveEvent(QDragLeaveEvent*) {
    if (m_state == State::DragOver) setState(m_before);
}

void DropZone::dropEvent(QDropEvent* event) {
    const QStringList paths = localFiles(event->mimeData());
    setState(State::Idle);
    if (paths.isEmpty()) return;
    event->acceptProposedAction();
    Q_EMIT filesDropped(paths);
}

void DropZone::keyPressEvent(QKeyEvent* event) {
    const bool enter =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (enter && m_state != State::Disabled && m_state != State::Reading) {
        Q_EMIT chooseRequested();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_state == State::Reading) {
        Q_EMIT cancelRequested();
        return;
    }
    QWidget::keyPressEvent(event);
}

void DropZone::mouseMoveEvent(QMouseEvent*) {
    update();
}
void DropZone::enterEvent(QEnterEvent*) {
    update();
}
void DropZone::leaveEvent(QEvent*) {
    update();
}

}  // namespace keyreel::ui
