package dev.annals.query.session;

import dev.annals.account.AccountId;
import dev.annals.crypto.Sealing;
import dev.annals.query.asof.AsOfs;
import dev.annals.query.http.Asker;
import dev.annals.query.view.Words;
import dev.annals.session.SessionId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session as it was, for people to read.
 *
 * @param status {@code live}, {@code ended} or {@code expired}
 * @param address where the sign-in came from; null once the person is erased
 * @param current whether it is the session that asks
 * @param restricted nothing but changing the password is possible in it
 */
record SessionShown(
    SessionId sessionId,
    AccountId accountId,
    String family,
    String method,
    String status,
    Instant startedAt,
    Instant expiresAt,
    @Nullable String address,
    @Nullable String userAgent,
    boolean current,
    boolean restricted,
    @Nullable Ended ended) {

  /** By what it ended, and when. */
  record Ended(long position, Instant at, String by) {}

  static SessionShown of(SessionPicture picture, AsOfs.Found moment, Asker asker, Sealing sealing) {
    return new SessionShown(
        picture.session(),
        picture.account(),
        picture.family().value(),
        Words.of(picture.method()),
        picture.status(moment.at()),
        picture.startedAt(),
        picture.expiresAt(),
        picture.address().flatMap(sealed -> sealing.open(sealed, "address")).orElse(null),
        picture.userAgent().orElse(null),
        asker.session().equals(Optional.of(picture.session())),
        picture.restricted(),
        picture
            .ended()
            .map(end -> new Ended(end.position(), end.at(), Words.of(end.by())))
            .orElse(null));
  }

  /** Masked: an address is personal. */
  @Override
  public String toString() {
    return "SessionShown[" + sessionId + "]";
  }
}
