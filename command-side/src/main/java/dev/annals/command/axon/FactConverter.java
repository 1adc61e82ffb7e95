package dev.annals.command.axon;

import dev.annals.event.Event;
import java.lang.reflect.Type;
import org.axonframework.common.infra.ComponentDescriptor;
import org.axonframework.conversion.ConversionException;
import org.axonframework.conversion.Converter;
import org.jspecify.annotations.Nullable;

/** Lets Axon write our facts as the catalogue says, instead of by reflection. */
final class FactConverter implements Converter {
  private final Records records;

  FactConverter(Records records) {
    this.records = records;
  }

  @Override
  public boolean canConvert(Type source, Type target) {
    return target == byte[].class
        && source instanceof Class<?> type
        && Event.class.isAssignableFrom(type);
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signature; only byte[]
  public <T> @Nullable T convert(@Nullable Object input, Type target) {
    if (target == byte[].class && input instanceof Event event) {
      return (T) records.bytes(event);
    }
    throw new ConversionException("only facts are converted, and only to bytes");
  }

  @Override
  public void describeTo(ComponentDescriptor descriptor) {
    descriptor.describeProperty("codec", "canonical JSON");
  }
}
