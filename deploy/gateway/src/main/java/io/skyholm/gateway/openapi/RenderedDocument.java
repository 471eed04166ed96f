package io.skyholm.gateway.openapi;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** An OpenAPI document in both of its spellings, ready to be sent. */
public record RenderedDocument(Buffer json, Buffer yaml) {

    static RenderedDocument of(String json) {
        return new RenderedDocument(Buffer.buffer(json), Buffer.buffer(toYaml(json)));
    }

    boolean isOf(String text) {
        return json.equals(Buffer.buffer(text));
    }

    private static String toYaml(String json) {
        // Read back as plain maps and lists: the writer knows no others, and would fold equal ones into references.
        Map<String, Object> plain = new JsonObject(json).getMap();
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        return new Yaml(options).dump(plain);
    }
}
