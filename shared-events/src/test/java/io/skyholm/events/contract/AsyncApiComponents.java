package io.skyholm.events.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.events.EventCatalogue;
import io.skyholm.events.EventHeader;
import io.skyholm.events.EventHeaders;
import io.skyholm.events.EventType;

/** The messages of the AsyncAPI document, with the schemas of their headers and payloads. */
final class AsyncApiComponents {

    private static final String HEADERS = "EventHeaders";

    private AsyncApiComponents() {}

    static ObjectNode all() {
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        ObjectNode messages = components.putObject("messages");
        EventCatalogue.types().forEach(type -> messages.set(type.name(), messageOf(type)));
        ObjectNode schemas = components.putObject("schemas");
        schemas.set(HEADERS, headersSchema());
        PayloadSchemas.all().forEach((name, schema) -> schemas.set(name, schema.without("$schema")));
        return components;
    }

    private static ObjectNode messageOf(EventType<?> type) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("name", type.name());
        message.put("summary", type.summary());
        message.put("contentType", EventHeaders.CONTENT_TYPE_VALUE);
        message.set("headers", headersOf(type));
        message.putObject("payload").put("$ref", "#/components/schemas/" + type.schemaName());
        message.putObject("bindings")
                .putObject("kafka")
                .put("bindingVersion", AsyncApiDocument.KAFKA_BINDING)
                .putObject("key")
                .put("type", "string")
                .put("format", "uuid");
        message.putArray("examples").add(exampleOf(type));
        return message;
    }

    private static ObjectNode headersOf(EventType<?> type) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode().put("type", "object");
        headers.putArray("allOf").addObject().put("$ref", "#/components/schemas/" + HEADERS);
        headers.putObject("properties").putObject(EventHeader.TYPE.key()).put("const", type.name());
        return headers;
    }

    private static ObjectNode exampleOf(EventType<?> type) {
        ObjectNode example = JsonNodeFactory.instance.objectNode().put("name", type.happened());
        ObjectNode headers = example.putObject("headers");
        ExampleEvents.of(type).headers().toMap().forEach(headers::put);
        return example.set("payload", ContractFiles.exampleOf(type));
    }

    private static ObjectNode headersSchema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        for (EventHeader header : EventHeader.values()) {
            schema.withObjectProperty("properties")
                    .putObject(header.key())
                    .put("type", "string")
                    .put("description", header.description());
            if (header.required()) {
                schema.withArrayProperty("required").add(header.key());
            }
        }
        return schema;
    }
}
