package io.skyholm.events.contract;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.events.EventCatalogue;
import io.skyholm.events.EventHeader;
import io.skyholm.events.EventType;
import java.util.Arrays;

/** The catalogue for people: how to read events, and what there is to read. */
final class CataloguePage {

    private CataloguePage() {}

    static String write() {
        EventType<?> first = EventCatalogue.types().getFirst();
        return ContractFiles.text(ContractFiles.PAGE_TEMPLATE)
                .replace("{{headers}}", headerRows())
                .replace(
                        "{{topics}}",
                        EventCatalogue.topics().stream()
                                .map(CataloguePage::topicSection)
                                .collect(joining("\n\n")))
                .replace("{{type}}", first.name())
                .replace("{{example}}", exampleOf(first));
    }

    private static String headerRows() {
        return Arrays.stream(EventHeader.values())
                .map(header -> row(quoted(header.key()), header.required() ? "yes" : "", header.description()))
                .collect(joining("\n"));
    }

    private static String topicSection(String topic) {
        String types = EventCatalogue.on(topic)
                .map(type -> row(quoted(type.name()), type.summary()))
                .collect(joining("\n"));
        String payloads = PayloadSchemas.all().entrySet().stream()
                .filter(schema -> schema.getKey().startsWith(topic + "."))
                .map(schema -> payloadTable(schema.getKey(), schema.getValue()))
                .collect(joining("\n\n"));
        return """
                ### %s

                | type | published when |
                | --- | --- |
                %s

                %s""".formatted(topic, types, payloads);
    }

    private static String payloadTable(String name, JsonNode schema) {
        return """
                Payload [`%s`](../../shared-events/src/main/resources/schemas/%s.json). %s

                | field | type | always there | meaning |
                | --- | --- | --- | --- |
                %s""".formatted(name, name, schema.path("description").asText(), PayloadFields.rows(schema));
    }

    private static String exampleOf(EventType<?> type) {
        String headers = ExampleEvents.of(type).headers().toMap().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .collect(joining());
        return headers + "\n"
                + GeneratedFiles.pretty(ContractFiles.exampleOf(type)).strip();
    }

    static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    static String quoted(String name) {
        return "`" + name + "`";
    }
}
