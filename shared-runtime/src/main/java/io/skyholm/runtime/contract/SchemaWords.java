package io.skyholm.runtime.contract;

import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says in a sentence what each schema is: {@code Instance = …}; a page of a list is described by what its items are. */
final class SchemaWords {

    static final String FILE = "contract/schemas.properties";

    private static final String ITEMS = "items";
    private static final String CURSOR = "nextCursor";

    private final ModuleTexts words;

    SchemaWords(ModuleTexts words) {
        this.words = words;
    }

    void write(Components components) {
        if (components.getSchemas() != null) {
            components.getSchemas().forEach(this::write);
        }
    }

    private void write(String name, Schema schema) {
        if (schema.getDescription() == null) {
            words.at(name).or(() -> ofPage(schema)).ifPresent(schema::setDescription);
        }
    }

    private static Optional<String> ofPage(Schema schema) {
        return Optional.ofNullable(schema.getProperties())
                .filter(properties -> properties.containsKey(CURSOR))
                .map(properties -> properties.get(ITEMS))
                .map(Schema::getItems)
                .flatMap(SchemaTree::nameOf)
                .map("One page of a list of `%s`, and the cursor of the next page"::formatted);
    }
}
