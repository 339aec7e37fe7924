#pragma once

#include <QString>

#include "core/base/result.h"
#include "core/studio/open_film.h"

namespace keyreel::ui {

/// What a person reads about an error: what happened to what, and what to do next.
struct Sentence {
    QString fact;
    QString next;
    /// Both as one text.
    [[nodiscard]] QString text() const;
};

/// Whom and what an error is about, for the sentences that name them. Empty parts are left out.
struct ErrorContext {
    QString film;
    QString maker;
    /// What each key node said.
    studio::OpenReport report;
    /// Parts that were found changed; the last one is what playing stopped at.
    std::vector<studio::PartFault> faults{};
    /// Host that the film's parts come from.
    QString gateway{};
    /// It is a package on a disk, for which a person can give keys.
    bool takesKeys = false;
};

/// The words for a stable code (design section 5); for codes without words of their own, those of the error.
Sentence sentenceOf(const Error& error, const ErrorContext& context = {});

/// Why one key node did not help: "no answer", "refused: ...".
QString nodeReason(const std::string& code);

/// True for errors that a network which answers again will cure.
bool isOffline(const Error& error);

}  // namespace keyreel::ui
