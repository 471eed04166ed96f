package io.skyholm.events.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.events.EventCatalogue;
import io.skyholm.events.EventHeaders;
import io.skyholm.events.EventType;

/** The catalogue for programs: AsyncAPI 3.0, with every topic as a channel and every type as a message. */
final class AsyncApiDocument {

    static final String KAFKA_BINDING = "0.5.0";

    private AsyncApiDocument() {}

    static String write() {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("asyncapi", "3.0.0");
        document.set("info", info());
        document.put("defaultContentType", EventHeaders.CONTENT_TYPE_VALUE);
        document.set("servers", servers());
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        for (String topic : EventCatalogue.topics()) {
            channels.set(topic, channelOf(topic));
            operations.set("publish." + topic, publishingOn(topic));
        }
        document.set("components", AsyncApiComponents.all());
        return PlainYaml.write(document);
    }

    private static ObjectNode info() {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("title", "Skyholm events").put("version", "1");
        info.put("description", "Facts about every aggregate: CloudEvents 1.0 on Kafka, in binary mode.");
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        return info;
    }

    private static ObjectNode servers() {
        ObjectNode servers = JsonNodeFactory.instance.objectNode();
        ObjectNode local = servers.putObject("local")
                .put("host", "localhost:19092")
                .put("protocol", "kafka")
                .put("description", "What ./skyholm up starts.");
        local.putArray("security").add(security());
        return servers;
    }

    private static ObjectNode security() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "plain")
                .put(
                        "description",
                        "SASL PLAIN: every reader has an account, with rights on the topics that it may read.");
    }

    private static ObjectNode channelOf(String topic) {
        ObjectNode channel = JsonNodeFactory.instance.objectNode();
        channel.put("address", topic);
        channel.put("description", "The events of each aggregate in their order; the newest of each is kept for ever.");
        ObjectNode messages = channel.putObject("messages");
        EventCatalogue.on(topic).map(EventType::name).forEach(name -> messages.putObject(name)
                .put("$ref", "#/components/messages/" + name));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("bindingVersion", KAFKA_BINDING).put("topic", topic);
        kafka.putObject("topicConfiguration").putArray("cleanup.policy").add("compact");
        return channel;
    }

    private static ObjectNode publishingOn(String topic) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put("action", "send").put("summary", "Skyholm publishes what is on " + topic + ".");
        operation.putObject("channel").put("$ref", "#/channels/" + topic);
        return operation;
    }
}
