package dev.annals.command.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is allowed by name has an account from the first time on. */
@ExtendWith(NothingLeaks.class)
class FederatedFirstSignInIT {
  private static final FederatedServer SERVER =
      new FederatedServer("auth0|grace", "auth0|kay", "auth0|lin");

  private final Annals annals = SERVER.annals();
  private final Tokens administrator = SERVER.administrator();

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void who_is_let_in_by_name_gets_an_account_at_the_first_time() {
    long head = annals.head(administrator);
    var account = SERVER.signsIn(SERVER.byName(), "auth0|grace").orElseThrow();

    assertThat(FederatedServer.namesOf(annals.log(administrator, head)))
        .containsExactly("account.registered", "federated_subject.linked");
    assertThat(SERVER.signsIn(SERVER.byName(), "auth0|grace")).contains(account);
    assertThat(SERVER.show(account).is(200).field("login")).isEqualTo("federated-" + account);
    assertThat(SERVER.subjects(account)).containsExactly("auth0|grace");
    assertThat(SERVER.signsIn(SERVER.byName(), "auth0|mallory")).isEmpty();
  }

  @Test
  void an_account_without_a_password_refuses_all_until_it_is_given_one() {
    var login = "federated-" + SERVER.signsIn(SERVER.byName(), "auth0|kay").orElseThrow();
    long head = annals.head(administrator);

    annals.trySignIn(login, Annals.PASSWORD).isProblem(401, "sign-in-refused");
    var refused = annals.log(administrator, head).getFirst();
    assertThat(refused.required("name").asString()).isEqualTo("sign_in.refused");
    assertThat(refused.at("/payload/reason").asString()).isEqualTo("no_password");

    var account = login.substring("federated-".length());
    var once = "a password for the first time 83";
    annals
        .tell(administrator, "reset-password", "account_id", account, "one_time_password", once)
        .is(204);
    annals.trySignIn(login, once).is(200);
  }

  @Test
  void many_first_times_at_once_open_one_account() throws Exception {
    long head = annals.head(administrator);
    Callable<Optional<String>> arriving = () -> SERVER.signsIn(SERVER.byName(), "auth0|lin");
    var accounts = new HashSet<Optional<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var arrived : threads.invokeAll(Collections.nCopies(8, arriving))) {
        accounts.add(arrived.get());
      }
    }

    assertThat(accounts).hasSize(1).doesNotContain(Optional.empty());
    assertThat(FederatedServer.namesOf(annals.log(administrator, head)))
        .containsOnlyOnce("account.registered");
  }
}
