#include "ui/theme/palette.h"

namespace keyreel::ui {

QPalette makePalette(const Tokens& t) {
    QPalette p;
    p.setColor(QPalette::Window, t[Role::BgWindow]);
    p.setColor(QPalette::WindowText, t[Role::Text]);
    p.setColor(QPalette::Base, t[Role::BgField]);
    p.setColor(QPalette::AlternateBase, t[Role::BgCard]);
    p.setColor(QPalette::Text, t[Role::Text]);
    p.setColor(QPalette::Button, t[Role::BgRaised]);
    p.setColor(QPalette::ButtonText, t[Role::Text]);
    p.setColor(QPalette::BrightText, t[Role::OnErrorFill]);
    p.setColor(QPalette::PlaceholderText, t[Role::Text3]);
    p.setColor(QPalette::Highlight, t[Role::AccentLine]);
    p.setColor(QPalette::HighlightedText, t[Role::Text]);
    p.setColor(QPalette::Link, t[Role::AccentText]);
    p.setColor(QPalette::LinkVisited, t[Role::AccentText]);
    p.setColor(QPalette::ToolTipBase, t[Role::BgPopover]);
    p.setColor(QPalette::ToolTipText, t[Role::Text]);
    p.setColor(QPalette::Light, t[Role::LineStrong]);
    p.setColor(QPalette::Midlight, t[Role::Line]);
    p.setColor(QPalette::Mid, t[Role::Line]);
    p.setColor(QPalette::Dark, t[Role::LineSoft]);
    p.setColor(QPalette::Shadow, t[Role::Stage]);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, t[Role::TextDisabled]);
    }
    p.setColor(QPalette::Disabled, QPalette::PlaceholderText, t[Role::TextDisabled]);
    p.setColor(QPalette::Disabled, QPalette::Base, t[Role::BgCard]);
    return p;
}

}  // namespace keyreel::ui
