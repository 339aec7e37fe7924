#pragma once

#include "core/media/worker_channel.h"
#include "core/media/worker_messages.h"

namespace keyreel::media::worker {

/// The worker's side. Everything here runs behind its guards, so nothing is opened and nothing started; what
/// goes wrong ends the process or becomes a Failed message.

/// Greets, then waits for the one request. The film's descriptor is the channel's to take. Codes as
/// WorkerChannel::receive() and decodeRequest().
Result<Request> awaitRequest(WorkerChannel& channel, const Hello& hello);

/// Does it and says how it went. Returns the exit status.
int serve(WorkerChannel& channel, const Request& request, int film);

/// From now on the process ends when its program does, whatever it is busy with, and with
/// kWorkerOutOfMemory when memory runs out. Starts a thread.
void endWithProgram(int socket);

}  // namespace keyreel::media::worker
