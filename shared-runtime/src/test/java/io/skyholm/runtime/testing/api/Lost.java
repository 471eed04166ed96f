package io.skyholm.runtime.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a client of an older OpenAPI would miss in a newer one: operations, parameters, fields, and values of enums. */
final class Lost {

    /** Objects whose members clients rely on by name. */
    private static final Set<String> NAMED = Set.of("paths", "schemas", "properties", "responses");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final List<String> lost = new ArrayList<>();

    private Lost() {}

    static List<String> between(Schemas older, Schemas newer) {
        Lost found = new Lost();
        found.compare("", older.document(), newer.document());
        return found.lost;
    }

    private void compare(String path, JsonNode older, JsonNode newer) {
        for (Map.Entry<String, JsonNode> member : older.properties()) {
            String place = path + "/" + member.getKey();
            JsonNode now = newer.path(member.getKey());
            if (now.isMissingNode() && (NAMED.contains(last(path)) || METHODS.contains(member.getKey()))) {
                lost.add(place);
            } else if (member.getKey().equals("enum")) {
                values(place, member.getValue(), now);
            } else if (member.getKey().equals("parameters")) {
                parameters(place, member.getValue(), now);
            } else {
                compare(place, member.getValue(), now);
            }
        }
    }

    private void values(String place, JsonNode older, JsonNode newer) {
        for (JsonNode value : older) {
            if (!contains(newer, value)) {
                lost.add(place + "/" + value.asText());
            }
        }
    }

    private void parameters(String place, JsonNode older, JsonNode newer) {
        List<String> names = newer.findValuesAsText("name");
        older.findValuesAsText("name").stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> lost.add(place + "/" + name));
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode item : list) {
            if (item.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
