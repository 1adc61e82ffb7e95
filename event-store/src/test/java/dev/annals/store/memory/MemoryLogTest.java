package dev.annals.store.memory;

import dev.annals.store.EventLog;
import dev.annals.store.ManyWritersContract;

final class MemoryLogTest implements ManyWritersContract {
  private final EventLog log = new MemoryLog();

  @Override
  public EventLog log() {
    return log;
  }

  @Override
  public EventLog otherWriter() {
    return log;
  }
}
