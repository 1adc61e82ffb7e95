package dev.annals.crypto;

/**
 * What a public key does, whatever its algorithm: tells its own signatures from all other bytes.
 */
interface SignatureCheck {
  boolean verifies(byte[] message, byte[] signature);
}
