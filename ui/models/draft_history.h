#pragma once

#include <optional>
#include <vector>

#include "ui/models/draft_store.h"

namespace keyreel::ui {

/// What the form of one draft has said, step by step, for undo and redo. Writing on in one field is one step.
/// The video and what the publish sheet asks are no part of it, the key nodes are.
class DraftHistory {
public:
    /// Forgets everything before.
    void begin(const Draft& draft);
    /// How a change stands to the one before.
    enum class Change {
        MayWriteOn,  ///< It may be writing on in the same field.
        Whole,       ///< It is an act, which is undone alone.
    };
    /// After every change in the form.
    void note(const Draft& draft, Change change = Change::MayWriteOn);
    [[nodiscard]] bool canUndo() const { return m_now > 0; }
    [[nodiscard]] bool canRedo() const { return m_now + 1 < m_steps.size(); }
    /// `draft` as it was a step before, or is a step later; nothing at the end.
    [[nodiscard]] std::optional<Draft> undo(const Draft& draft);
    [[nodiscard]] std::optional<Draft> redo(const Draft& draft);

private:
    struct Form {
        QString title;
        QString description;
        QStringList tags;
        QString cover;
        PosterChoice poster;
        DraftPart part;
        std::optional<DraftPreview> preview;
        QString chapters;
        studio::Access access = studio::Access::Free;
        DraftSale sale;
        std::vector<quint32> ladder;
        bool keepSource = false;
        quint16 suite = 1;
        studio::KeyHolders holders;
        bool operator==(const Form&) const = default;
    };
    static Form formOf(const Draft& draft);
    [[nodiscard]] Draft at(std::size_t step, Draft draft) const;
    [[nodiscard]] bool writesOn(const Form& form) const;

    std::vector<Form> m_steps;
    std::size_t m_now = 0;
    bool m_isWhole = false;  ///< Nothing is written on to the newest step.
};

}  // namespace keyreel::ui
