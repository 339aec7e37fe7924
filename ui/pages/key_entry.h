#pragma once

#include <QWidget>
#include <memory>

#include "core/base/result.h"
#include "core/cenc/key_ring.h"

namespace keyreel::ui {

class Button;
class Field;

/// The keys of a protected package that nobody published here, as its maker hands them out: "KID:KEY" in
/// hexadecimal, several with spaces between. They are kept in locked memory, and nowhere else.
class KeyEntry : public QWidget {
    Q_OBJECT
public:
    explicit KeyEntry(QWidget* parent = nullptr);
    /// Puts the cursor into the field.
    void begin();

Q_SIGNALS:
    void given(const std::shared_ptr<const keyreel::cenc::KeyRing>& keys);

private:
    void take();

    Field* m_field;
    Button* m_open;
};

/// Code `key_argument_invalid` for anything that is not KID:KEY, or when there is none.
Result<std::shared_ptr<const cenc::KeyRing>> readKeys(const QString& text);

}  // namespace keyreel::ui
