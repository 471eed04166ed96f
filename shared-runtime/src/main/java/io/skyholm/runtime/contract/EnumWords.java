package io.skyholm.runtime.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Explains the values of each enum as a list in its description: {@code InstanceStatus.RUNNING = …}. */
final class EnumWords {

    static final String FILE = "contract/enums.properties";

    private final ModuleTexts words;

    EnumWords(ModuleTexts words) {
        this.words = words;
    }

    void write(Components components) {
        if (components.getSchemas() != null) {
            components.getSchemas().forEach(this::write);
        }
    }

    private void write(String name, Schema schema) {
        List<Object> values = schema.getEnumeration();
        if (values == null) {
            return;
        }
        String explained = values.stream()
                .flatMap(value ->
                        words.at(name + "." + value).map(sentence -> "- `%s`: %s".formatted(value, sentence)).stream())
                .collect(Collectors.joining("\n"));
        schema.setDescription(Stream.of(Optional.ofNullable(schema.getDescription()), Optional.of(explained))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n\n")));
    }
}
