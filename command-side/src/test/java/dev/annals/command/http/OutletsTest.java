package dev.annals.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.annals.command.api.FakeFamily;
import dev.annals.session.Family;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutletsTest {
  private static final int SHARED = 8080;
  private static final ForeignApi NARROW = new FakeFamily(new Family("narrow"), "/api/v2/");
  private static final ForeignApi WIDE = new FakeFamily(new Family("wide"), "/api/");

  private static Outlet outlet(ForeignApi api, String prefix) {
    return new Outlet(api, Optional.empty(), prefix);
  }

  @Test
  void of_two_at_one_place_the_first_is_asked_first() {
    var narrow = outlet(NARROW, "");
    var wide = outlet(WIDE, "");
    var outlets = new Outlets(List.of(narrow, wide), SHARED);

    assertThat(outlets.find(SHARED, "/api/v2/login")).contains(narrow);
    assertThat(outlets.find(SHARED, "/api/login")).contains(wide);
    assertThat(outlets.find(SHARED, "/v1/sign-in")).isEmpty();
  }

  @Test
  void a_prefix_is_taken_whole_and_off() {
    var outlet = outlet(WIDE, "/one/two");

    assertThat(outlet.leads("/one/two/api/login")).isTrue();
    assertThat(outlet.inside("/one/two/api/login")).isEqualTo("/~wide/api/login");
    for (var path : List.of("/api/login", "/one/api/login", "/one/twoapi/", "/one/two", "")) {
      assertThat(outlet.leads(path)).as(path).isFalse();
    }
  }

  @Test
  void our_own_port_is_no_other_one() {
    var outlets = new Outlets(List.of(new Outlet(WIDE, Optional.of(SHARED), "")), SHARED);

    assertThat(outlets.connectors()).isEmpty();
    assertThat(outlets.port(new Family("wide"))).isEmpty();
    assertThat(outlets.host(SHARED)).isEmpty();
  }

  @Test
  void one_port_is_one_listener_but_any_free_one_is_one_for_each() {
    assertThat(connectors(1234, 1234)).isEqualTo(1);
    assertThat(connectors(1234, 1235)).isEqualTo(2);
    assertThat(connectors(0, 0)).isEqualTo(2);
  }

  private static int connectors(int narrow, int wide) {
    var outlets =
        List.of(
            new Outlet(NARROW, Optional.of(narrow), ""), new Outlet(WIDE, Optional.of(wide), ""));
    return new Outlets(outlets, SHARED).connectors().size();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", "x", "/x/", "/~x", "/x/~y", "//x", "/x//y", "/..", "/x/.", "/%78", "/x;y", " "
      })
  void a_prefix_that_is_no_plain_path_is_refused(String prefix) {
    assertThatIllegalArgumentException().isThrownBy(() -> outlet(WIDE, prefix));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void a_port_that_is_none_is_refused(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Outlet(WIDE, Optional.of(port), ""))
        .withMessageStartingWith("port must");
  }
}
