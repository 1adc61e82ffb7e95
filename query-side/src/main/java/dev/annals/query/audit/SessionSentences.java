package dev.annals.query.audit;

import dev.annals.session.EndReason;
import dev.annals.session.RefusalReason;
import dev.annals.session.SessionEvent;
import dev.annals.session.SessionEvent.AccessTokenRevoked;
import dev.annals.session.SessionEvent.ForeignTokensIssued;
import dev.annals.session.SessionEvent.RefreshTokenReused;
import dev.annals.session.SessionEvent.RefusalsCounted;
import dev.annals.session.SessionEvent.SessionEnded;
import dev.annals.session.SessionEvent.SessionStarted;
import dev.annals.session.SessionEvent.SignInRefused;
import dev.annals.session.SessionEvent.StrangerRefused;
import dev.annals.session.SessionEvent.TokensIssued;
import dev.annals.session.SignInMethod;
import java.util.Locale;
import java.util.stream.Collectors;

/** What happened at the door and in a session, in a sentence. */
final class SessionSentences {
  private SessionSentences() {}

  static String of(SessionEvent event) {
    return switch (event) {
      case SignInRefused e -> "A sign-in was refused: " + why(e.reason()) + ".";
      case StrangerRefused _ ->
          "A sign-in was refused: another issuer vouches for somebody whom nothing lets in here.";
      case RefusalsCounted e ->
          "%d more refusals since %s were counted, not told one by one: %s."
              .formatted(e.count(), e.from(), why(e.reason()));
      case SessionStarted e -> started(e);
      case TokensIssued e -> issued(e);
      case ForeignTokensIssued e -> issued(e);
      case RefreshTokenReused e ->
          "Spent refresh token %d of the session was shown again: somebody has a copy."
              .formatted(e.generation());
      case AccessTokenRevoked e ->
          "Access token %s was revoked before its time; the session goes on.".formatted(e.jti());
      case SessionEnded e -> "The session ended: " + why(e.reason()) + ".";
    };
  }

  private static String started(SessionStarted event) {
    return "The owner signed in by %s; the session ends by %s%s."
        .formatted(
            method(event.method()),
            event.expiresAt(),
            event.passwordChangeRequired() ? " and allows nothing but a new password" : "");
  }

  private static String issued(TokensIssued event) {
    int generation = event.refresh().generation();
    return generation == 0
        ? "The first access token (%s) and refresh token of the session were issued."
            .formatted(event.access().jti())
        : "The session was refreshed for the %s time: access token %s and a refresh token."
            .formatted(ordinal(generation), event.access().jti());
  }

  private static String issued(ForeignTokensIssued event) {
    return event.tokens().stream()
        .map(token -> token.use().name().toLowerCase(Locale.ROOT) + " token " + token.jti())
        .collect(Collectors.joining(" and ", "Tokens of a foreign family were issued: ", "."));
  }

  private static String ordinal(int number) {
    int ten = number % 100;
    return number
        + switch (ten > 10 && ten < 14 ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  private static String method(SignInMethod method) {
    return switch (method) {
      case PASSWORD -> "password";
      case PASSWORD_AND_PRIVATE_TOKEN -> "password and private token";
      case FEDERATED -> "a token of another issuer";
    };
  }

  private static String why(EndReason reason) {
    return switch (reason) {
      case SIGNED_OUT -> "its owner signed out";
      case REVOKED -> "it was revoked";
      case REFRESH_TOKEN_REUSED -> "a spent refresh token was shown again";
    };
  }

  private static String why(RefusalReason reason) {
    return switch (reason) {
      case UNKNOWN_LOGIN -> "nobody has this login";
      case WRONG_PASSWORD -> "the password was wrong";
      case WAITING -> "the account has to wait after wrong passwords";
      case LOCKED -> "the account is locked";
      case DISABLED -> "the account is disabled";
      case ONE_TIME_PASSWORD_USED -> "the one-time password was used before";
      case ONE_TIME_PASSWORD_EXPIRED -> "the one-time password had expired";
      case THROTTLED -> "too many failed attempts came from this address";
      case PASSWORD_CHANGE_REQUIRED -> "the one-time password has to be changed elsewhere first";
      case WRONG_PRIVATE_TOKEN -> "the private token was wrong";
      case FEDERATED_TOKEN_REJECTED -> "the other issuer's token was not good";
      case SUBJECT_UNKNOWN -> "the other issuer's subject leads to no account";
      case NO_PASSWORD -> "the account has no password";
    };
  }
}
