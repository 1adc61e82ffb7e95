package dev.annals.benchmarks.endurance;

import dev.annals.benchmarks.load.mix.Mix.Share;
import dev.annals.benchmarks.peer.AnnalsWork;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What people and programs ask of an identity service all day, and how often for one another. */
enum Kind {
  SIGN_IN(1),
  REFRESH(20),
  INTROSPECTION(100);

  private final int weight;

  Kind(int weight) {
    this.weight = weight;
  }

  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Which question of the mix it is. */
  int number() {
    return Arrays.asList(values()).indexOf(this);
  }

  private Share share(String key) {
    return switch (this) {
      case SIGN_IN -> new Share(AnnalsWork.signIn(), AnnalsWork.LOGIN, weight, true);
      case REFRESH -> new Share(AnnalsWork.refresh(), AnnalsWork.REFRESH, weight, false);
      case INTROSPECTION ->
          new Share(AnnalsWork.introspection(key), AnnalsWork.ACCESS, weight, false);
    };
  }

  /** By their numbers. */
  static List<Share> shares(String key) {
    return Arrays.stream(values()).map(each -> each.share(key)).toList();
  }
}
