package io.skyholm.runtime.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Says in a sentence what each schema is, {@code Instance = …}, and behind it what the values of an enum mean,
 * {@code InstanceStatus.RUNNING = …}. A page of a list is described by what its items are.
 */
final class SchemaWords {

    static final String FILE = "contract/schemas.properties";
    static final String VALUES = "contract/enums.properties";

    private static final String ITEMS = "items";
    private static final String CURSOR = "nextCursor";

    private final ModuleTexts words;
    private final ModuleTexts values;

    SchemaWords(ModuleTexts words, ModuleTexts values) {
        this.words = words;
        this.values = values;
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
        List<Object> choice = schema.getEnumeration();
        if (choice != null) {
            schema.setDescription(
                    Stream.of(Optional.ofNullable(schema.getDescription()), Optional.of(explained(name, choice)))
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining("\n\n")));
        }
    }

    private String explained(String name, List<Object> choice) {
        return choice.stream()
                .flatMap(value ->
                        values.at(name + "." + value).map(sentence -> "- `%s`: %s".formatted(value, sentence)).stream())
                .collect(Collectors.joining("\n"));
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
