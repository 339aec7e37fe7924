#include "ui/pages/key_entry.h"

#include <QHBoxLayout>
#include <QRegularExpression>

#include "core/package/decrypt_file.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field.h"
#include "ui/widgets/words.h"

namespace keyreel::ui {

using namespace Qt::StringLiterals;

KeyEntry::KeyEntry(QWidget* parent)
    : QWidget(parent),
      m_field(new Field(tr("Key"))),
      m_open(new Button(tr("Open"), Button::Kind::Primary, Icon::Unlock)) {
    m_field->setObjectName(u"player.key"_s);
    m_field->setSecret(true);
    m_field->setPlaceholder(u"KID:KEY"_s);
    m_field->setHint(tr("Key id and key, 32 hexadecimal digits each; several with spaces between."));
    m_open->setObjectName(u"player.key.open"_s);
    auto* row = new QVBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(m_field);
    row->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_open, &QPushButton::clicked, this, &KeyEntry::take);
    connect(m_field, &Field::returnPressed, this, &KeyEntry::take);
    connect(m_field, &Field::textEdited, this, [this]() { m_field->setError({}); });
    hide();
}

void KeyEntry::begin() {
    m_field->edit()->setFocus();
}

void KeyEntry::take() {
    auto keys = readKeys(m_field->text());
    if (!keys) {
        m_field->setError(tr("This is not KID:KEY"));
        return;
    }
    m_field->setText({});
    Q_EMIT given(*keys);
}

Result<std::shared_ptr<const cenc::KeyRing>> readKeys(const QString& text) {
    static const QRegularExpression kBetween(u"[\\s,;]+"_s);
    auto ring = std::make_shared<cenc::KeyRing>();
    for (const QString& one : text.split(kBetween, Qt::SkipEmptyParts)) {
        KEYREEL_TRY(package::TrackKey key, package::parseKeyArgument(one.toStdString()));
        KEYREEL_CHECK(ring->add(key.keyId, std::move(key.key)));
    }
    if (ring->empty()) return fail("key_argument_invalid", "There is no key.");
    return std::shared_ptr<const cenc::KeyRing>(std::move(ring));
}

}  // namespace keyreel::ui
