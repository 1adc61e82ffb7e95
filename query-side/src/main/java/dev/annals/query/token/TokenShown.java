package dev.annals.query.token;

import dev.annals.crypto.Sealing;
import dev.annals.query.view.Words;
import dev.annals.session.TokenId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token of a session, for people to read; what it looks like is no part of it.
 *
 * @param generation of the refresh token that came with it
 * @param address where it was asked for from
 * @param overBy what ended it before its time
 */
public record TokenShown(
    TokenId jti,
    String use,
    @Nullable Integer generation,
    long position,
    Instant issuedAt,
    Instant expiresAt,
    @Nullable Instant refreshExpiresAt,
    @Nullable String address,
    @Nullable String userAgent,
    @Nullable String overBy,
    @Nullable Instant overAt) {

  public static TokenShown of(TokenPicture picture, Sealing sealing) {
    return new TokenShown(
        picture.jti(),
        Words.of(picture.use()),
        picture.generation().orElse(null),
        picture.issuedPosition(),
        picture.issuedAt(),
        picture.expiresAt(),
        picture.refreshExpiresAt().orElse(null),
        picture.address().flatMap(sealed -> sealing.open(sealed, "address")).orElse(null),
        picture.userAgent().orElse(null),
        picture.over().map(over -> Words.of(over.by())).orElse(null),
        picture.over().map(TokenPicture.Over::at).orElse(null));
  }

  /** Masked: an address is personal. */
  @Override
  public String toString() {
    return "TokenShown[" + jti + "]";
  }
}
