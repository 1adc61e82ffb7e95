package dev.annals.crypto;

/** What a private key does, whatever its algorithm. */
interface Signer {
  byte[] sign(byte[] message);
}
