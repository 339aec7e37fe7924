#include "ui/widgets/listing_preview.h"

#include <QPainter>

#include "ui/paint/paint.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace keyreel::ui {

// The top of the card, so only its upper corners are round.
class ListingPreview::Poster : public QWidget {
public:
    Poster() { setFixedHeight(204); }
    QImage image;
    QString duration;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        QPainterPath clip;
        const qreal r = metrics::kRadiusCard - 1;
        clip.addRoundedRect(QRectF(0, 0, width(), height() + 2 * r), r, r);
        clip = clip.intersected([this] {
            QPainterPath box;
            box.addRect(rect());
            return box;
        }());
        const QPixmap picture = paint::roundedPicture(image, size(), 0, devicePixelRatioF());
        p.setPen(Qt::NoPen);
        if (picture.isNull()) {
            p.setBrush(Theme::color(Role::AccentWash));
            p.drawPath(clip);
            paintIcon(p, Icon::Reel, QRectF(width() / 2.0 - 22, height() / 2.0 - 22, 44, 44),
                      Theme::color(Role::Text2));
        } else {
            QBrush brush(picture);
            p.setBrush(brush);
            p.drawPath(clip);
        }
        if (!duration.isEmpty()) {
            const QFont font = Theme::font(Type::SmallStrong);
            const qreal w = paint::digitsWidth(duration, font) + 16;
            const QRectF plate(width() - w - 10, height() - 32, w, 22);
            paint::roundedBox(p, plate, 5, Theme::color(Role::PicturePlate));
            paint::digits(p, plate, duration, font, Theme::color(Role::OnPicture), Qt::AlignCenter);
        }
    }
};

ListingPreview::ListingPreview(QWidget* parent)
    : Card(parent),
      m_poster(new Poster),
      m_title(new Label(QString(), Type::Page, Role::Text)),
      m_facts(new Label(QString(), Type::Small, Role::Text3)),
      m_description(new Label(QString(), Type::Body, Role::Text2)),
      m_clip(new Button(QString(), Button::Kind::Secondary, Icon::Play)),
      m_act(new Button(QString(), Button::Kind::Soft)),
      m_note(new Label(QString(), Type::Small, Role::Text3)) {
    setFixedWidth(348);
    setAccessibleName(tr("What people will see"));
    body()->setContentsMargins(1, 1, 1, 16);
    body()->setSpacing(0);
    body()->addWidget(m_poster);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(15, 13, 15, 0);
    words->setSpacing(2);
    words->addWidget(new Label(tr("What people will see"), Type::Micro, Role::Text3));
    m_title->setElided(Qt::ElideRight);
    m_facts->setElided(Qt::ElideRight);
    m_description->setWordWrap(true);
    words->addSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_facts);
    words->addSpacing(6);
    words->addWidget(m_description);
    words->addSpacing(12);
    // Pictures of the visitor's buttons, not buttons: they must not be reachable here.
    for (Button* button : {m_clip, m_act}) {
        button->setFocusPolicy(Qt::NoFocus);
        button->setAttribute(Qt::WA_TransparentForMouseEvents);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        words->addWidget(button);
        words->addSpacing(8);
    }
    m_clip->setObjectName(QStringLiteral("listing.preview"));
    m_clip->hide();
    words->addWidget(m_note);
    body()->addLayout(words);
}

QSize ListingPreview::sizeHint() const {
    return {348, Card::sizeHint().height()};
}

void ListingPreview::setPoster(const QImage& poster) {
    m_poster->image = poster;
    m_poster->update();
}

void ListingPreview::setDuration(const QString& duration) {
    m_poster->duration = duration;
    m_poster->update();
}

void ListingPreview::setTitle(const QString& title, const QString& fallback) {
    m_title->setText(title.isEmpty() ? fallback : title);
    m_title->setRole(title.isEmpty() ? Role::Text3 : Role::Text);
}

void ListingPreview::setFacts(const QString& line) {
    m_facts->setText(line);
}

void ListingPreview::setDescription(const QString& text) {
    constexpr int kShown = 220;
    m_description->setText(text.size() > kShown ? text.left(kShown).trimmed() + QStringLiteral("…") : text);
    m_description->setVisible(!text.isEmpty());
}

void ListingPreview::setPreview(const QString& label) {
    m_clip->setText(label);
    m_clip->setAccessibleName(label);
    m_clip->setVisible(!label.isEmpty());
}

void ListingPreview::setAct(const QString& label, const QString& note) {
    m_act->setText(label);
    m_act->setAccessibleName(label);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

}  // namespace keyreel::ui
