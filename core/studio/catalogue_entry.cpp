#include "core/studio/catalogue_entry.h"

#include "core/studio/publish_journal.h"

namespace keyreel::studio {

gateway::CatalogueEntry catalogueEntryOf(const package::Manifest& manifest) {
    gateway::CatalogueEntry entry;
    entry.contentId = manifest.contentId;
    entry.title = manifest.title;
    entry.description = manifest.description;
    entry.creatorName = manifest.creatorName;
    entry.durationMs = manifest.durationMs;
    entry.tags = manifest.tags;
    const auto add = [&](const package::ManifestFile& file) {
        entry.files.push_back({file.name, file.cid, file.size, mediaTypeOf(file.name)});
    };
    for (const auto& track : manifest.tracks)
        add(track.file);
    for (const auto& text : manifest.texts)
        add(text.file);
    for (const auto& document : manifest.documents)
        add(document);
    if (manifest.cover) {
        add(manifest.cover->file);
        entry.coverCid = manifest.cover->file.cid;
    }
    return entry;
}

}  // namespace keyreel::studio
