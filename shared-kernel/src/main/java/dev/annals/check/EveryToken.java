package dev.annals.check;

import dev.annals.history.Histories;
import dev.annals.token.RefreshTokens;

/** All that can tell one kind of token, for whoever is shown a token of a kind not known. */
public record EveryToken(
    TokenCheck own, RefreshTokens refresh, ForeignCheck foreign, ChosenSecrets chosen) {
  /** The same by what this history says. */
  public EveryToken in(Histories other) {
    return new EveryToken(own.in(other), refresh, foreign.in(other), chosen.in(other));
  }
}
