package dev.annals.query.whatif;

import dev.annals.account.AccountEvent.AccountDisabled;
import dev.annals.account.AccountEvent.AccountEnabled;
import dev.annals.account.AccountEvent.AccountErased;
import dev.annals.account.AccountEvent.AccountLocked;
import dev.annals.account.AccountEvent.AccountUnlocked;
import dev.annals.catalogue.EventCatalogue;
import dev.annals.catalogue.EventCodec;
import dev.annals.credential.CredentialEvent.OneTimePasswordUsed;
import dev.annals.credential.CredentialEvent.PasswordChanged;
import dev.annals.credential.CredentialEvent.PasswordRejected;
import dev.annals.credential.CredentialEvent.PasswordReset;
import dev.annals.credential.CredentialEvent.PasswordSet;
import dev.annals.credential.CredentialEvent.WrongPasswordsForgiven;
import dev.annals.event.Envelope;
import dev.annals.event.Event;
import dev.annals.session.SessionEvent.RefusalsCounted;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.store.Criteria;
import dev.annals.store.Criterion;
import dev.annals.store.LogReading;
import dev.annals.store.Range;
import dev.annals.store.StoredEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Answers from the log itself, page by page, so that memory does not grow with the history. */
public final class SignInHistory {
  private static final int PAGE = 5_000;

  /** The events that say anything about sign-ins by password. */
  private static final Criteria SIGN_INS = Criteria.either(new Criterion(Set.of(), names()));

  private final LogReading log;
  private final EventCodec codec;

  public SignInHistory(LogReading log, EventCodec codec) {
    this.log = log;
    this.codec = codec;
  }

  /** How sign-ins would have gone. */
  public WhatIfAnswer answer(WhatIfQuestion question) {
    var page = new Page(question.after(), question.limit());
    var found = new WhatIf(question.policy(), question.from(), page);
    read(question.upTo(), found::add);
    return WhatIfAnswer.of(question, found, page);
  }

  private void read(long upTo, Consumer<Envelope> reader) {
    long after = 0;
    List<StoredEvent> events;
    do {
      events = log.read(SIGN_INS, Range.after(after).upTo(upTo).limit(PAGE));
      events.stream().map(this::envelope).forEach(reader);
      after = events.isEmpty() ? after : events.getLast().position();
    } while (events.size() == PAGE);
  }

  private Envelope envelope(StoredEvent stored) {
    return new Envelope(
        stored.position(),
        stored.id(),
        codec.circumstances(stored.metadata()),
        codec.decode(stored.name(), stored.version(), stored.payload()));
  }

  private static Set<String> names() {
    return Set.<Class<? extends Event>>of(
            AccountLocked.class,
            AccountUnlocked.class,
            AccountDisabled.class,
            AccountEnabled.class,
            AccountErased.class,
            PasswordSet.class,
            PasswordChanged.class,
            PasswordReset.class,
            OneTimePasswordUsed.class,
            PasswordRejected.class,
            WrongPasswordsForgiven.class,
            SignInRefused.class,
            RefusalsCounted.class,
            SessionStarted.class)
        .stream()
        .map(kind -> EventCatalogue.nameOf(kind).name())
        .collect(Collectors.toUnmodifiableSet());
  }
}
