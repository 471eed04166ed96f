package io.skyholm.runtime.testing.answers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.skyholm.runtime.testing.api.Operation;
import io.skyholm.runtime.testing.api.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds events of streams against the document. Each stream shows one as its example; its data is what the operation beside the stream
 * answers with, of a list its item, and so is the data of each event of that name which a test has heard.
 */
public final class StreamedEvents {

    private static final String STREAM = "/stream";
    private static final String CONTENT = "/responses/200/content/text~1event-stream";

    private final Schemas document;
    private final AnswerCheck check;
    private final Map<String, Operation> operations;

    public StreamedEvents(Schemas document) {
        this.document = document;
        this.check = new AnswerCheck(document);
        this.operations =
                document.operations().stream().collect(Collectors.toMap(Operation::name, Function.identity()));
    }

    /** Streams whose example is missing or wrong. */
    public List<String> wrongExamples() {
        List<String> wrong = new ArrayList<>();
        streams().forEach(stream -> {
            String data = RecordedEvents.value(example(stream), "data:");
            Optional<String> fault = data.isEmpty() ? Optional.of("there is none") : wrong(stream, data);
            fault.ifPresent(found -> wrong.add(stream.name() + ", example: " + found));
        });
        return wrong;
    }

    /** Events that are not as the example of their stream, the first of each kind. */
    List<String> complaints(Stream<RecordedEvent> events) {
        return events.flatMap(event -> streams()
                        .filter(stream -> stream.path().equals(event.path()))
                        .filter(stream ->
                                RecordedEvents.value(example(stream), "event:").equals(event.name()))
                        .flatMap(stream -> wrong(stream, event.data())
                                .map(fault -> "%s, event %s: %s".formatted(stream.name(), event.name(), fault))
                                .stream()))
                .distinct()
                .toList();
    }

    private Stream<Operation> streams() {
        return operations.values().stream()
                .filter(operation -> !operation.description().at(CONTENT).isMissingNode());
    }

    private static List<String> example(Operation stream) {
        return stream.description().at(CONTENT).path("example").asText().lines().toList();
    }

    private Optional<String> wrong(Operation stream, String data) {
        JsonNode schema = data(stream);
        return schema.isMissingNode()
                ? Optional.of("no operation beside it shows what it tells")
                : check.wrong(schema, data);
    }

    /** The schema of what it tells. */
    private JsonNode data(Operation stream) {
        String beside = stream.name().substring(0, stream.name().length() - STREAM.length());
        return Optional.ofNullable(operations.get(beside))
                .flatMap(Operation::answerSchema)
                .map(shown -> {
                    JsonNode items = document.resolve(shown).at("/properties/items/items");
                    return items.isMissingNode() ? shown : items;
                })
                .orElseGet(MissingNode::getInstance);
    }
}
