#pragma once

#include "core/studio/devices.h"
#include "ui/widgets/card.h"

namespace keyreel::ui {

class Button;
class Devices;
class Label;
class Spinner;

/// The devices of one's account, and who lends this computer theirs, each with what can be done about it.
class DevicesCard : public Card {
    Q_OBJECT
public:
    explicit DevicesCard(Devices& devices, QWidget* parent = nullptr);

    /// While locked or offline nothing can be changed; empty: it can.
    void setBlocked(const QString& reason);

Q_SIGNALS:
    void changeRequested(const keyreel::studio::OwnDevice& device);
    void revokeRequested(const keyreel::studio::OwnDevice& device);
    void joinRequested();
    /// Somebody took this computer back: it needs a new key before it can join again.
    void rejoinRequested();

private:
    void follow();
    void showTrouble(const Error& error);
    void addRow(const studio::OwnDevice& device);
    void addLoan(const studio::Loan& loan);
    void addLine(QWidget* tile, const QString& name, QWidget* badge, const QString& detail,
                 const QList<Button*>& acts);

    Devices& m_devices;
    QString m_blocked;
    Label* m_count;
    Spinner* m_spinner;
    QVBoxLayout* m_rows;
    QWidget* m_trouble;
    Label* m_troubleText;
    Button* m_join;
};

}  // namespace keyreel::ui
