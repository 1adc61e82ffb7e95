package dev.annals.standalone.fault.check;

import dev.annals.standalone.fault.client.Heard;
import dev.annals.standalone.fault.client.Wire;
import java.util.ArrayList;
import java.util.List;

/** Reads the log as an auditor would. */
public final class LogReader {
  private static final int PAGE = 1000;

  private final Wire wire;
  private final String auditor;

  public LogReader(Wire wire, String auditor) {
    this.wire = wire;
    this.auditor = auditor;
  }

  /** Everything after a position, to the end of the log. */
  List<Entry> after(long position) throws InterruptedException {
    var all = new ArrayList<Entry>();
    long last = position;
    var page = page(last);
    while (!page.isEmpty()) {
      all.addAll(page);
      last = page.getLast().position();
      page = page.size() < PAGE ? List.of() : page(last);
    }
    return all;
  }

  private List<Entry> page(long after) throws InterruptedException {
    var answer = answer("/v1/log?after=" + after + "&limit=" + PAGE);
    return answer.body().path("events").values().stream().map(Entry::of).toList();
  }

  /** Whether it is good, which is asked until there is an answer. */
  public boolean isActive(String token) throws InterruptedException {
    while (true) {
      if (wire.introspect(token, auditor) instanceof Heard.Answer answer
          && answer.status() == 200) {
        return answer.body().path("active").asBoolean(false);
      }
      Thread.sleep(50);
    }
  }

  private Heard.Answer answer(String path) throws InterruptedException {
    while (true) {
      if (wire.get(path, auditor) instanceof Heard.Answer answer && answer.status() == 200) {
        return answer;
      }
      Thread.sleep(50);
    }
  }
}
