package io.skyholm.runtime.contract;

import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Describes the properties that mean the same wherever they occur. A record says only what is particular to it; what is
 * said of {@code createdAt} stands once, in the module that has the property: {@code name = …} for each schema with that
 * property, {@code Instance.name = …} for one.
 */
final class PropertyWords {

    static final String FILE = "contract/words.properties";

    private final ModuleTexts words;

    PropertyWords(ModuleTexts words) {
        this.words = words;
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
            if (described.getDescription() == null) {
                words.of(name, property).ifPresent(described::setDescription);
            }
        });
    }
}
