package dev.annals.query.recording;

import dev.annals.event.AddressIndex;

/** Where the index of addresses is had from, which there is once Annals has been founded. */
@FunctionalInterface
public interface Addresses {
  AddressIndex index();
}
