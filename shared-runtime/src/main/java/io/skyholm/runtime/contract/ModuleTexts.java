package io.skyholm.runtime.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What the modules of a service say by key, each in a file of its own with the same name. */
final class ModuleTexts {

    private final Map<String, String> texts = new HashMap<>();

    static ModuleTexts of(String name) {
        ClassLoader modules = Thread.currentThread().getContextClassLoader();
        ModuleTexts all = new ModuleTexts();
        try {
            for (URL file : Collections.list(modules.getResources(name))) {
                try (Reader reader = new InputStreamReader(file.openStream(), UTF_8)) {
                    all.read(reader);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    ModuleTexts read(Reader file) throws IOException {
        Properties read = new Properties();
        read.load(file);
        read.stringPropertyNames().forEach(key -> {
            // Which of two sentences is published would depend on the order of the class path.
            if (texts.putIfAbsent(key, read.getProperty(key)) != null) {
                throw new IllegalStateException("%s is described by two modules".formatted(key));
            }
        });
        return this;
    }

    /** What is said under exactly that key. */
    Optional<String> at(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /** What is said of the property of one schema, or else of every property with that name. */
    Optional<String> of(String schema, String property) {
        return at(schema + "." + property).or(() -> at(property));
    }
}
