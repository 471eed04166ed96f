package io.skyholm.gateway.openapi;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives those components of a service another name whose own name means something else already. */
final class ComponentNames {

    private static final String COMPONENTS = "#/components/";
    private static final String SECURITY = COMPONENTS + "securitySchemes/";

    private final Map<String, String> renamed = new HashMap<>();
    private final JsonObject own;
    private final JsonObject taken;
    private final String prefix;

    private ComponentNames(ServiceDescription part, JsonObject taken) {
        this.own = part.document().getJsonObject("components", new JsonObject());
        this.taken = taken;
        this.prefix = part.service().substring(0, 1).toUpperCase(Locale.ROOT)
                + part.service().substring(1);
    }

    static JsonObject withoutClashes(ServiceDescription part, JsonObject taken) {
        ComponentNames names = new ComponentNames(part, taken);
        while (names.findMore()) {
            // A component that refers to a renamed one is itself another than its namesake.
        }
        JsonObject document = names.rewrittenObject(part.document());
        return names.renamed.isEmpty() ? document : document.put("components", names.renamedComponents(document));
    }

    private boolean findMore() {
        int before = renamed.size();
        for (String section : own.fieldNames()) {
            for (String name : own.getJsonObject(section).fieldNames()) {
                if (clashes(section, name)) {
                    renamed.put(COMPONENTS + section + "/" + name, COMPONENTS + section + "/" + prefix + name);
                }
            }
        }
        return renamed.size() > before;
    }

    private boolean clashes(String section, String name) {
        Object namesake = taken.getJsonObject(section, new JsonObject()).getValue(name);
        return namesake != null
                && !namesake.equals(rewritten(own.getJsonObject(section).getValue(name)));
    }

    private JsonObject renamedComponents(JsonObject document) {
        JsonObject sections = new JsonObject();
        for (Map.Entry<String, Object> section : document.getJsonObject("components")) {
            JsonObject entries = new JsonObject();
            ((JsonObject) section.getValue())
                    .forEach(entry -> entries.put(
                            newName(COMPONENTS + section.getKey() + "/" + entry.getKey()), entry.getValue()));
            sections.put(section.getKey(), entries);
        }
        return sections;
    }

    private String newName(String reference) {
        String now = renamed.getOrDefault(reference, reference);
        return now.substring(now.lastIndexOf('/') + 1);
    }

    /** A copy in which every reference, also of a discriminator, points to the new names. */
    private @Nullable Object rewritten(@Nullable Object node) {
        return switch (node) {
            case JsonObject object -> rewrittenObject(object);
            case JsonArray array -> rewrittenArray(array);
            case String text -> renamed.getOrDefault(text, text);
            case null, default -> node;
        };
    }

    private JsonObject rewrittenObject(JsonObject object) {
        JsonObject copy = new JsonObject();
        object.forEach(field -> copy.put(field.getKey(), rewrittenField(field)));
        return copy;
    }

    private JsonArray rewrittenArray(JsonArray array) {
        JsonArray copy = new JsonArray();
        array.forEach(element -> copy.add(rewritten(element)));
        return copy;
    }

    private @Nullable Object rewrittenField(Map.Entry<String, Object> field) {
        boolean requirements = field.getKey().equals("security") && field.getValue() instanceof JsonArray;
        return requirements ? requirements((JsonArray) field.getValue()) : rewritten(field.getValue());
    }

    /** Security schemes are named where they are used, not referred to. */
    private JsonArray requirements(JsonArray security) {
        JsonArray copy = new JsonArray();
        for (Object requirement : security) {
            JsonObject schemes = new JsonObject();
            ((JsonObject) requirement)
                    .forEach(scheme -> schemes.put(newName(SECURITY + scheme.getKey()), scheme.getValue()));
            copy.add(schemes);
        }
        return copy;
    }
}
