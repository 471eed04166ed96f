package io.skyholm.system.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;

/**
 * What a call sends.
 *
 * @param mediaType empty if the operation takes no body
 * @param json missing where it is none
 * @param latin its bytes, each as a character, where it is no JSON
 */
public record CallBody(String mediaType, JsonNode json, String latin) {

    static final CallBody NONE = new CallBody("", MissingNode.getInstance(), "");

    static CallBody ofJson(String mediaType, JsonNode json) {
        return new CallBody(mediaType, json, "");
    }

    static CallBody ofBytes(String mediaType, String latin) {
        return new CallBody(mediaType, MissingNode.getInstance(), latin);
    }

    public boolean isJson() {
        return !json.isMissingNode();
    }

    /** As it is sent. */
    public byte[] bytes() {
        return isJson()
                ? json.toString().getBytes(StandardCharsets.UTF_8)
                : latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
