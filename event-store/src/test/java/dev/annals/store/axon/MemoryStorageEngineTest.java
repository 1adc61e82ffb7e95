package dev.annals.store.axon;

import dev.annals.store.EventLog;
import dev.annals.store.memory.MemoryLog;

final class MemoryStorageEngineTest implements AppendingContract, StreamingContract {
  private final EventLog log = new MemoryLog();

  @Override
  public EventLog log() {
    return log;
  }
}
