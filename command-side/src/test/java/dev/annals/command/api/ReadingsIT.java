package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.store.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who reads about others is in the log, on the command side as well. */
@ExtendWith(NothingLeaks.class)
class ReadingsIT {
  @Test
  void reading_the_log_or_an_account_is_recorded() {
    try (var server = Server.start(TestPostgres.freshDatabase(), new SettableClock())) {
      var annals = server.annals();
      var administrator = annals.administrator();
      var ada = annals.person();
      var _ =
          annals
              .client()
              .get("/v1/accounts/" + ada.account())
              .bearer(administrator.access())
              .send()
              .is(200);
      var _ = annals.log(administrator, 3);

      var read =
          annals.readings(administrator, 0).stream()
              .filter(event -> event.required("name").asString().equals("audit_trail.read"))
              .map(event -> event.required("payload"))
              .toList();
      assertThat(read)
          .extracting(payload -> payload.required("question").asString())
          .containsExactly("accounts.one", "log", "log");
      assertThat(read.getFirst().required("account").asString()).isEqualTo(ada.account());
      assertThat(read.get(1).required("filters").asString()).isEqualTo("after=3&limit=1000");
    }
  }
}
