#include "core/content/upload_store.h"

namespace keyreel::content {

Result<std::uint64_t> UploadStore::append(std::string_view id, std::uint64_t offset, ByteView data) {
    KEYREEL_TRY(const std::unique_ptr<UploadWriter> writing, writer(id, offset));
    KEYREEL_CHECK(writing->write(data));
    return writing->commit();
}

}  // namespace keyreel::content
