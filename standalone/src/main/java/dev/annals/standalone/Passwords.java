package dev.annals.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Kept in files that only their owner may read; a lost one is replaced, which costs nothing. */
record Passwords(Path directory, Cluster cluster, Supplier<String> newPassword) {

  /** The file is written last: while it is missing, the next start sets a password again. */
  Login login(String name) throws IOException {
    var file = directory.resolve("password-" + name);
    if (Files.exists(file)) {
      return new Login(name, OwnerOnly.read(file));
    }
    var login = new Login(name, newPassword.get());
    cluster.setPassword(login);
    OwnerOnly.write(file, login.password());
    return login;
  }
}
