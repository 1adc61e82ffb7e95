package dev.annals.query.who;

import static dev.annals.query.who.Told.ACCOUNT;
import static dev.annals.query.who.Told.ADA;
import static dev.annals.query.who.Told.CLOCK;
import static dev.annals.query.who.Told.NOON;
import static dev.annals.query.who.Told.ONE;
import static dev.annals.query.who.Told.US;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.annals.account.AccountEvent.RoleGranted;
import dev.annals.account.Role;
import dev.annals.address.ClientAddress;
import dev.annals.address.ForwardingHeader;
import dev.annals.client.ApiKeyId;
import dev.annals.crypto.KeyEncryptionKey;
import dev.annals.crypto.MemoryDataKeys;
import dev.annals.crypto.Sealing;
import dev.annals.crypto.SecretHash;
import dev.annals.query.asof.Freshness;
import dev.annals.query.http.EnquiryResolver;
import dev.annals.query.http.QueryProblems;
import dev.annals.query.http.Reception;
import dev.annals.query.http.TokenAskers;
import dev.annals.query.upkeep.Waiting;
import dev.annals.session.RefreshGrant;
import dev.annals.store.memory.MemoryLog;
import dev.annals.token.ApiKeySecret;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class IntrospectEndpointTest {
  private final MemoryLog log = new MemoryLog();
  private final Sealing sealing = new Sealing(KeyEncryptionKey.generate(), new MemoryDataKeys());
  private final Told told = new Told(log, sealing);
  private final Tokens tokens = new Tokens(Tokens.histories(log, 100), sealing, US, CLOCK);
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(new IntrospectEndpoint(tokens))
          .addInterceptors(
              new Reception(
                  new TokenAskers(tokens.check()),
                  new ClientAddress(List.of(), ForwardingHeader.FORWARDED),
                  new Freshness(new Waiting())))
          .setCustomArgumentResolvers(new EnquiryResolver())
          .setControllerAdvice(new QueryProblems())
          .build();
  private String person;
  private String program;

  @BeforeEach
  void somebody_signed_in() {
    told.founded();
    person = told.signedIn(new RefreshGrant(0, SecretHash.of("none"), ONE));
    var key = ApiKeySecret.mint(new ApiKeyId(told.randomness.uuid7()), told.randomness);
    told.issued(key);
    program = key.reveal();
  }

  private ResultActions send(MockHttpServletRequestBuilder request, String bearer)
      throws Exception {
    return http.perform(
        request
            .contentType(MediaType.APPLICATION_FORM_URLENCODED)
            .header("Authorization", "Bearer " + bearer));
  }

  private static MockHttpServletRequestBuilder asking(String token) {
    return post("/oauth2/introspect").param("token", token);
  }

  @Test
  void a_program_is_told_what_a_token_means() throws Exception {
    send(asking(person).param("token_type_hint", "access_token").param("more", "x"), program)
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(jsonPath("$.active").value(true))
        .andExpect(jsonPath("$.sub").value(ADA.toString()));
    send(asking("nonsense"), program)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.active").value(false))
        .andExpect(jsonPath("$", aMapWithSize(1)));
  }

  @Test
  void a_person_is_told_only_as_an_administrator() throws Exception {
    send(asking(person), person).andExpect(status().isForbidden());
    told.happened(new RoleGranted(ADA, Role.ADMIN, NOON), ACCOUNT);
    send(asking(person), person).andExpect(status().isOk());
  }

  @Test
  void nobody_unknown_is_told_anything() throws Exception {
    send(asking(person), "nonsense").andExpect(status().isUnauthorized());
    http.perform(asking(person).contentType(MediaType.APPLICATION_FORM_URLENCODED))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void the_token_is_in_the_body_once() throws Exception {
    send(post("/oauth2/introspect"), program).andExpect(status().isBadRequest());
    send(post("/oauth2/introspect").param("token", ""), program).andExpect(status().isBadRequest());
    send(asking(person).param("token", "again"), program).andExpect(status().isBadRequest());
    send(post("/oauth2/introspect?token=" + person), program).andExpect(status().isBadRequest());
  }
}
