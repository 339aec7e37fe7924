#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/cli/command.h"
#include "core/base/result.h"
#include "core/cenc/scheme.h"
#include "core/package/key_plan.h"
#include "core/package/package_film.h"

namespace keyreel::cli {

/// What `package` was asked for, as it stands on the command line.
struct PackageArguments {
    std::vector<std::string> files;
    std::string out;
    std::vector<std::string> keys;
    std::string keyLayout = "one";
    std::string scheme = cenc::schemeName(cenc::Scheme::Cenc);
    std::string pattern = "1:9";
    double fragmentSeconds = 4;
    double clearLead = 0;
    double rotateSeconds = 0;
    std::size_t rotateSegments = 0;
    bool psshInFragments = false;
    std::vector<std::string> systems{"common"};
    std::vector<std::string> pssh;
    bool sessionKeys = false;
    std::string keyUri;
    bool noDigests = false;
    std::string cpix;
    std::string exportCpix;
    bool clearKeys = false;
    std::vector<std::string> texts;
    bool noEmbeddedText = false;
    std::vector<std::string> audio;
    double thumbnails = 0;
    bool trickPlay = false;
    double loudness = 0;
    std::string segments = "none";
    std::string ladder;
    bool keepSource = false;
    std::string preset = "veryfast";
    std::string frameRate;
    std::string from;
    std::string to;
};

/// Gives `package` its options, which fill `wanted`; it must outlive the parsing.
void addPackageOptions(Command command, PackageArguments& wanted);

/// What was asked for, without the film's keys. Codes name the option that cannot be understood.
Result<package::PackageRequest> requestFrom(const PackageArguments& arguments);

/// Keys come from the command line, from a CPIX document (which may carry headers for `request`), or are
/// made.
Result<package::KeyPlan> planFrom(const PackageArguments& arguments, package::PackageRequest& request);

}  // namespace keyreel::cli
