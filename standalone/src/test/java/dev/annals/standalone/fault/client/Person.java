package dev.annals.standalone.fault.client;

/** Somebody with an account; the password is the last one that is known to be right. */
final class Person {
  private final String account;
  private final String login;
  private volatile String password;

  Person(String account, String login, String password) {
    this.account = account;
    this.login = login;
    this.password = password;
  }

  String account() {
    return account;
  }

  String login() {
    return login;
  }

  String password() {
    return password;
  }

  void chose(String next) {
    password = next;
  }
}
