package io.skyholm.runtime.contract;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes the properties that mean the same wherever they occur. A record says only what is particular to it; what is
 * said of {@code createdAt} stands once, in the module that has the property: {@code name = …} for each schema with that
 * property, {@code Instance.name = …} for one.
 */
final class PropertyWords {

    static final String FILE = "contract/words.properties";

    private final Map<String, String> words = new HashMap<>();

    /** From all modules of the service, each of which has a file of its own. */
    static PropertyWords ofModules() {
        ClassLoader modules = Thread.currentThread().getContextClassLoader();
        PropertyWords all = new PropertyWords();
        try {
            for (URL file : Collections.list(modules.getResources(FILE))) {
                try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    all.read(reader);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    void read(Reader file) throws IOException {
        Properties read = new Properties();
        read.load(file);
        read.stringPropertyNames().forEach(key -> {
            // Which of two sentences is published would depend on the order of the class path.
            if (words.putIfAbsent(key, read.getProperty(key)) != null) {
                throw new IllegalStateException("%s is described by two modules".formatted(key));
            }
        });
    }

    void write(Components components) {
        if (components.getSchemas() != null) {
            components.getSchemas().forEach(this::write);
        }
    }

    private void write(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        schema.getProperties().forEach((property, described) -> {
            String sentence = words.getOrDefault(name + "." + property, words.get(property));
            if (described.getDescription() == null && sentence != null) {
                described.setDescription(sentence);
            }
        });
    }
}
