package io.skyholm.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.skyholm.runtime.testing.api.Operation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request in the making, valid at first. */
final class Draft {

    /** Where the text of a body has this string, {@link #splice} is written instead, which need not be JSON. */
    static final String SPLICED = "@spliced@";

    final Operation operation;
    final Ids ids;
    final List<String> query = new ArrayList<>();
    final List<String> headers = new ArrayList<>();
    String method;
    String path;
    JsonNode json = MissingNode.getInstance();
    String splice = "";

    /** Whether somebody wrote it otherwise than as JSON, so that it can no longer be compared with a schema. */
    private boolean rewritten;

    /** Whether its address or its head is such that the gateway may refuse it before it is a call of anything. */
    private boolean odd;

    private byte[] body = {};

    Draft(Operation operation, Ids ids, String path) {
        this.operation = operation;
        this.ids = ids;
        this.method = operation.method();
        this.path = path;
    }

    /** Its body as it stands. */
    byte[] body() {
        return rewritten ? body.clone() : text().getBytes(StandardCharsets.UTF_8);
    }

    /** Its JSON as it stands; empty without one. */
    String text() {
        return json.isMissingNode() ? "" : json.toString().replace('"' + SPLICED + '"', splice);
    }

    void rewrite(byte[] bytes) {
        this.body = bytes.clone();
        this.rewritten = true;
    }

    void rewrite(String text) {
        rewrite(text.getBytes(StandardCharsets.UTF_8));
    }

    boolean rewritten() {
        return rewritten;
    }

    void markOdd() {
        this.odd = true;
    }

    boolean odd() {
        return odd;
    }

    void header(String name, String value) {
        headers.add(name + ": " + value);
    }

    /** The header in place of those of its name. */
    void onlyHeader(String name, String value) {
        withoutHeader(name);
        header(name, value);
    }

    void withoutHeader(String name) {
        headers.removeIf(header -> isNamed(header, name));
    }

    boolean hasHeader(String name) {
        return headers.stream().anyMatch(header -> isNamed(header, name));
    }

    private static boolean isNamed(String header, String name) {
        return header.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }
}
