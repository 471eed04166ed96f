package io.skyholm.hosts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.skyholm.events.EventJson;
import io.skyholm.events.host.HostReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A report with one of its components, at whatever depth, replaced by something that does not belong there. */
final class BrokenReports {

    private static final JsonMapper JSON = EventJson.newMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<JsonNode> EXTREMES = List.of(
            NODES.nullNode(),
            NODES.textNode(""),
            NODES.textNode("\0"),
            NODES.textNode("x".repeat(20_000)),
            NODES.textNode("-999999999-01-01T00:00:00Z"),
            NODES.textNode("+999999999-12-31T23:59:59Z"),
            NODES.numberNode(-1),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.numberNode(1e300),
            NODES.booleanNode(true),
            NODES.arrayNode().addNull(),
            NODES.objectNode());

    private BrokenReports() {}

    /** One for each component and each extreme, and each without one of its components. */
    static List<String> of(HostReport report) {
        List<String> broken = new ArrayList<>();
        JsonNode whole = JSON.valueToTree(report);
        breakEach(whole, whole, broken);
        return broken;
    }

    private static void breakEach(JsonNode whole, JsonNode part, List<String> broken) {
        if (part instanceof ObjectNode object) {
            for (String name : object.propertyStream().map(Map.Entry::getKey).toList()) {
                JsonNode good = object.required(name);
                EXTREMES.forEach(extreme -> with(whole, broken, () -> object.set(name, extreme)));
                with(whole, broken, () -> object.remove(name));
                object.set(name, good);
                breakEach(whole, good, broken);
            }
        } else if (part instanceof ArrayNode array && !array.isEmpty()) {
            JsonNode first = array.get(0);
            EXTREMES.forEach(extreme -> with(whole, broken, () -> array.set(0, extreme)));
            array.set(0, first);
            breakEach(whole, first, broken);
        }
    }

    private static void with(JsonNode whole, List<String> broken, Runnable change) {
        change.run();
        broken.add(whole.toString());
    }
}
