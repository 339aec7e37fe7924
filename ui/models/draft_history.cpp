#include "ui/models/draft_history.h"

#include <utility>

namespace keyreel::ui {
namespace {

constexpr std::size_t kMostSteps = 200;

}  // namespace

DraftHistory::Form DraftHistory::formOf(const Draft& draft) {
    return {draft.title,  draft.description, draft.tags,     draft.cover,  draft.poster,
            draft.part,   draft.preview,     draft.chapters, draft.access, draft.sale,
            draft.ladder, draft.keepSource,  draft.suite,    draft.holders};
}

void DraftHistory::begin(const Draft& draft) {
    m_steps.assign(1, formOf(draft));
    m_now = 0;
    m_isWhole = false;
}

bool DraftHistory::writesOn(const Form& form) const {
    if (m_now == 0 || canRedo() || m_isWhole) return false;
    const auto same = [](Form one, const Form& other, QString Form::*field) {
        if (one.*field == other.*field) return false;
        one.*field = other.*field;
        return one == other;
    };
    const Form& now = m_steps[m_now];
    const Form& before = m_steps[m_now - 1];
    for (QString Form::*field : {&Form::title, &Form::description, &Form::chapters})
        if (same(now, form, field) && same(before, now, field)) return true;
    const auto samePrice = [](Form one, const Form& other) {
        if (one.sale.price == other.sale.price) return false;
        one.sale.price = other.sale.price;
        return one == other;
    };
    return samePrice(now, form) && samePrice(before, now);
}

void DraftHistory::note(const Draft& draft, Change change) {
    Form form = formOf(draft);
    if (m_steps.empty() || form == m_steps[m_now]) return;
    const bool isWhole = change == Change::Whole;
    if (!isWhole && writesOn(form)) {
        m_steps[m_now] = std::move(form);
        return;
    }
    m_isWhole = isWhole;
    m_steps.resize(m_now + 1);
    if (m_steps.size() == kMostSteps) m_steps.erase(m_steps.begin());
    m_steps.push_back(std::move(form));
    m_now = m_steps.size() - 1;
}

Draft DraftHistory::at(std::size_t step, Draft draft) const {
    const Form& form = m_steps[step];
    draft.title = form.title;
    draft.description = form.description;
    draft.tags = form.tags;
    draft.cover = form.cover;
    draft.poster = form.poster;
    draft.part = form.part;
    draft.preview = form.preview;
    draft.chapters = form.chapters;
    draft.access = form.access;
    draft.sale = form.sale;
    draft.ladder = form.ladder;
    draft.keepSource = form.keepSource;
    draft.suite = form.suite;
    draft.holders = form.holders;
    return draft;
}

std::optional<Draft> DraftHistory::undo(const Draft& draft) {
    if (!canUndo()) return std::nullopt;
    return at(--m_now, draft);
}

std::optional<Draft> DraftHistory::redo(const Draft& draft) {
    if (!canRedo()) return std::nullopt;
    return at(++m_now, draft);
}

}  // namespace keyreel::ui
