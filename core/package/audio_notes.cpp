#include "core/package/audio_notes.h"

#include <string>

#include "core/package/text_writer.h"

namespace keyreel::package {

Status noteSound(const PackageRequest& request, std::vector<media::Track>& tracks) {
    std::vector<media::Track*> sound;
    for (media::Track& track : tracks)
        if (track.kind == media::TrackKind::Audio) sound.push_back(&track);
    for (const AudioNote& note : request.audio) {
        if (note.number < 1 || note.number > sound.size())
            return fail("request_invalid",
                        "There is no sound track " + std::to_string(note.number) + " in " +
                            request.source.filename().string() + ", which has " +
                            std::to_string(sound.size()) + ".",
                        "Number them from 1, in the order of the film.");
        if (note.language && !isLanguageTag(*note.language))
            return fail("request_invalid", "\"" + *note.language + "\" is not a language tag.",
                        "Use a tag such as en, deu or pt-BR.");
        media::Track& track = *sound[note.number - 1];
        if (note.language) track.language = *note.language;
        if (note.title) {
            if (!isPlainTitle(*note.title))
                return fail("request_invalid", "The title of sound track " + std::to_string(note.number) +
                                                   " is too long or not plain text.");
            track.title = *note.title;
        }
        if (note.role) track.role = *note.role;
        if (!note.makeDefault) continue;
        for (media::Track* other : sound)
            other->isDefault = other == &track;
    }
    return {};
}

}  // namespace keyreel::package
