package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After a class of tests: nothing that was secret in it is in what the servers logged meanwhile.
 */
public final class NothingLeaks implements BeforeAllCallback, AfterAllCallback {
  private long before;

  @Override
  public void beforeAll(ExtensionContext context) {
    before = Output.length();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Servers.usual().keepsNoSecrets();
    assertThat(Secrets.foundIn(Output.after(before))).as("in the servers' output").isEmpty();
  }
}
