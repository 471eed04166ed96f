package io.skyholm.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Texts that come with the launcher, with their ${placeholders} filled. */
public final class Resource {
    private Resource() {}

    public static String text(String name) {
        try (InputStream stream = Resource.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the launcher lacks its file " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static String text(String name, Map<String, String> values) {
        String text = text(name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
