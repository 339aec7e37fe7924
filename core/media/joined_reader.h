#pragma once

#include <vector>

#include "core/media/sample_reader.h"

namespace keyreel::media {

/// Several films as one: the picture of the one that has it, then all sound in the order given; their samples
/// come interleaved by decode time, so that none runs ahead of the others. What is said about the film
/// (title, chapters) is what the one with the picture says, or the first. At least one reader, each opened
/// with ReaderOptions::pictureOptional. Codes: `inputs_several_pictures`, `inputs_too_many_tracks` (more than
/// kMaxAudioTracks of sound).
Result<SampleReader> joinReaders(std::vector<SampleReader> readers);

}  // namespace keyreel::media
