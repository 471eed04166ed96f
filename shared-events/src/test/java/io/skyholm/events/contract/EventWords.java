package io.skyholm.events.contract;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.github.victools.jsonschema.generator.FieldScope;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the properties of events mean whose records do not say it, since many events have them. */
final class EventWords {

    private static final Path FILE = Path.of("src/test/resources/words.properties");

    private final Properties words = new Properties();

    EventWords() {
        try (Reader file = Files.newBufferedReader(FILE)) {
            words.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What that property means; null where nothing is said, or its type says it. */
    @Nullable String of(FieldScope field) {
        if (field.getType().getErasedType().isAnnotationPresent(JsonClassDescription.class)) {
            return null;
        }
        String owner = field.getDeclaringType().getErasedType().getSimpleName();
        return words.getProperty(owner + "." + field.getName(), words.getProperty(field.getName()));
    }
}
