package dev.annals.command.compat.mainbrainer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** Puts bytes into a gzip member (RFC 1952) as they are. */
final class StoredGzip {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
  private static final byte LAST_AND_STORED = 1;
  private static final int BLOCK_HEAD = 5;
  private static final int TRAILER = 8;
  private static final int LONGEST = 0xffff;

  private StoredGzip() {}

  // A token must come out the same to the byte whenever it is made again, and what a Deflater
  // makes of the same bytes is up to the zlib it happens to run with.
  static byte[] of(byte[] content) {
    if (content.length > LONGEST) {
      throw new IllegalArgumentException("a stored block holds at most " + LONGEST + " bytes");
    }
    var crc = new CRC32();
    crc.update(content);
    return ByteBuffer.allocate(HEADER.length + BLOCK_HEAD + content.length + TRAILER)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(HEADER)
        .put(LAST_AND_STORED)
        .putShort((short) content.length)
        .putShort((short) ~content.length)
        .put(content)
        .putInt((int) crc.getValue())
        .putInt(content.length)
        .array();
  }
}
