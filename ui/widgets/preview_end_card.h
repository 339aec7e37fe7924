#pragma once

#include "ui/widgets/player_panels.h"

namespace keyreel::ui {

/// After a preview: that it was one, and what can be done now. Enter does it, Esc closes the card. Takes the
/// focus.
class PreviewEndCard : public RaisedPanel {
    Q_OBJECT
public:
    explicit PreviewEndCard(QWidget* parent);

    /// `note`: who may watch the film. `act`: what leads to it, "Sign an order for 4.50 USDC".
    void begin(const QString& note, const QString& act, Icon icon);
    void dismiss();

Q_SIGNALS:
    void accepted();
    void againRequested();

protected:
    void keyPressEvent(QKeyEvent*) override;

private:
    Label* m_note;
    Button* m_act;
};

}  // namespace keyreel::ui
