package dev.annals.query;

import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountRegistered;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.account.AccountId;
import dev.annals.account.LoginIndex;
import dev.annals.account.Role;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.catalogue.SampleEvents;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.crypto.KeyId;
import dev.annals.crypto.Sealed;
import dev.annals.crypto.SecretHash;
import dev.annals.event.Actor;
import dev.annals.event.Circumstances;
import dev.annals.event.Event;
import dev.annals.session.AccessGrant;
import dev.annals.session.EndReason;
import dev.annals.session.Family;
import dev.annals.session.RefreshGrant;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.RefusalsCounted;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SessionId;
import dev.annals.session.SignInMethod;
import dev.annals.session.TokenId;
import dev.annals.store.NewEvent;
import dev.annals.store.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A history as it might have been, and always the same for a seed; times are not in order. */
public final class RandomHistory {
  private static final EventCodec CODEC = new EventCodec();
  private static final JsonMapper METADATA = new JsonMapper();
  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final KeyId KID = new KeyId("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
  private static final SecretHash HASH = new SecretHash("C".repeat(43));
  private static final List<String> FAMILIES = List.of("annals", "datarhei", "databrain");

  private record Open(SessionId session, AccountId account, int generation) {}

  private final Random random;
  private final List<NewEvent> events = new ArrayList<>();
  private final List<AccountId> accounts = new ArrayList<>();
  private final List<Open> sessions = new ArrayList<>();
  private Instant now = BEGINNING;

  private RandomHistory(long seed) {
    random = new Random(seed);
  }

  /** So many events, on their way into a log. */
  public static List<NewEvent> events(long seed, int count) {
    var history = new RandomHistory(seed);
    while (history.events.size() < count) {
      history.happen();
    }
    return history.events.subList(0, count);
  }

  /** The same as a log holds them. */
  public static List<StoredEvent> stored(long seed, int count) {
    var stored = new ArrayList<StoredEvent>();
    events(seed, count).forEach(event -> stored.add(StoredEvent.at(stored.size() + 1L, event)));
    return stored;
  }

  /** One event of every kind, as a log would hold them. */
  public static List<NewEvent> everyKind() {
    return SampleEvents.ALL.stream()
        .map(event -> encoded(event, Circumstances.SYSTEM, new UUID(7, event.hashCode())))
        .toList();
  }

  private void happen() {
    now = now.plusMillis(random.nextInt(20_000) - 500L).plusNanos(random.nextInt(1_000) * 1_000L);
    int dice = random.nextInt(100);
    if (accounts.size() < 3 || dice < 4) {
      register();
    } else if (dice < 25 || sessions.isEmpty()) {
      signIn();
    } else if (dice < 65) {
      refresh();
    } else if (dice < 85) {
      refuse();
    } else if (dice < 95) {
      end();
    } else {
      administer();
    }
  }

  private void register() {
    var account = new AccountId(uuid());
    accounts.add(account);
    add(account, new AccountRegistered(account, index(), sealed(account), Optional.empty(), now));
    add(account, new PasswordSet(account, sealed(account), now));
  }

  private void signIn() {
    var account = any(accounts);
    var session = new SessionId(uuid());
    var family = new Family(any(FAMILIES));
    var end = now.plus(Duration.ofDays(1));
    if (random.nextInt(5) == 0) {
      add(account, new WrongPasswordsForgiven(account, now));
    }
    add(
        account,
        new SessionStarted(session, account, family, SignInMethod.PASSWORD, end, false, now));
    sessions.add(new Open(session, account, 0));
    issue(sessions.getLast());
  }

  private void refresh() {
    int which = random.nextInt(sessions.size());
    var open = sessions.get(which);
    var next = new Open(open.session(), open.account(), open.generation() + 1);
    sessions.set(which, next);
    issue(next);
  }

  private void issue(Open open) {
    var grant =
        new AccessGrant(
            new TokenId(uuid()),
            KID,
            "https://id.example",
            "annals",
            "annals",
            "account",
            List.of(Role.ADMIN),
            now,
            now.plusSeconds(900));
    var refresh = new RefreshGrant(open.generation(), HASH, now.plusSeconds(90_000));
    add(open.account(), new TokensIssued(open.session(), open.account(), grant, refresh, now));
  }

  private void refuse() {
    var account = any(accounts);
    var reason = any(List.of(RefusalReason.values()));
    switch (random.nextInt(4)) {
      case 0 -> add(new SignInRefused(Optional.empty(), index(), reason, now));
      case 1 -> add(account, new SignInRefused(Optional.of(account), index(), reason, now));
      case 2 -> {
        var wait =
            random.nextBoolean() ? Optional.of(now.plusSeconds(60)) : Optional.<Instant>empty();
        add(account, new PasswordRejected(account, 1 + random.nextInt(9), wait, now));
      }
      default -> add(new RefusalsCounted(reason, random.nextInt(1, 5_000), now, now));
    }
  }

  private void end() {
    var open = sessions.remove(random.nextInt(sessions.size()));
    if (random.nextInt(4) == 0) {
      add(open.account(), new RefreshTokenReused(open.session(), open.account(), 0, now));
    }
    var reason = any(List.of(EndReason.values()));
    add(open.account(), new SessionEnded(open.session(), open.account(), reason, now));
  }

  private void administer() {
    var account = any(accounts);
    switch (random.nextInt(4)) {
      case 0 -> add(account, new AccountLocked(account, now));
      case 1 -> add(account, new AccountUnlocked(account, now));
      case 2 -> add(account, any(SampleEvents.ALL));
      default -> {
        accounts.remove(account);
        add(account, new AccountErased(account, index(), now));
      }
    }
  }

  private void add(Event event) {
    events.add(encoded(event, circumstances(Actor.ANONYMOUS, Optional.empty()), uuid()));
  }

  private void add(AccountId about, Event event) {
    var actor = random.nextInt(10) == 0 ? Actor.account(uuid()) : Actor.account(about.value());
    events.add(encoded(event, circumstances(actor, Optional.of(about.value())), uuid()));
  }

  private Circumstances circumstances(Actor actor, Optional<UUID> subject) {
    return new Circumstances(
        actor,
        subject,
        subject.map(_ -> new Sealed("account:" + subject.get() + "/c2VhbGVk")),
        random.nextInt(10) == 0 ? Optional.empty() : Optional.of("%043d".formatted(address())),
        Optional.of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"),
        any(FAMILIES),
        Optional.of("r-" + random.nextInt()),
        Optional.empty(),
        Optional.empty());
  }

  private static NewEvent encoded(Event event, Circumstances circumstances, UUID id) {
    var name = EventCatalogue.nameOf(event.getClass());
    return new NewEvent(
        id,
        event.at(),
        name.name(),
        Integer.toString(name.version()),
        List.of(),
        METADATA.writeValueAsBytes(circumstances.toMetadata()),
        CODEC.encode(event));
  }

  private LoginIndex index() {
    return new LoginIndex("%043d".formatted(random.nextInt(200)));
  }

  /** Some addresses are seen far more often than others. */
  private int address() {
    return random.nextInt(1 + random.nextInt(100));
  }

  private static Sealed sealed(AccountId account) {
    return new Sealed("account:" + account + "/c2VhbGVk");
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
