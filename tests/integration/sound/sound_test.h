#pragma once

namespace keyreel::test {

class SoundServer;

/// The server that this process talks to; made in main, started by each test that wants one.
extern SoundServer* theServer;

}  // namespace keyreel::test
