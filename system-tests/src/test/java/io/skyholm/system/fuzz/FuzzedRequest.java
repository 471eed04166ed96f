package io.skyholm.system.fuzz;

import io.skyholm.runtime.testing.api.Operation;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A request as it is sent.
 *
 * @param odd whether the gateway may refuse it before it is a call of anything
 * @param forbidden what in it the document does not allow; empty if nothing is known
 */
record FuzzedRequest(
        long number,
        FuzzPerson person,
        Operation operation,
        String method,
        String target,
        List<String> headers,
        Body body,
        boolean odd,
        String forbidden) {

    private static final String CREDENTIALS = "Authorization: Bearer ";
    private static final int SHORT = 4000;

    /** Bytes that nobody changes. */
    record Body(String latin) {

        static Body of(byte[] bytes) {
            return new Body(new String(bytes, StandardCharsets.ISO_8859_1));
        }

        byte[] bytes() {
            return latin.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Whether it is what the document calls this operation, and no other method at its path. */
    boolean isOfItsOperation() {
        return method.equals(operation.method());
    }

    /** Whether it carries what its operation does not read: the gateway still counts those bytes. */
    boolean hasNeedlessBody() {
        return !body.latin().isEmpty() && !operation.description().has("requestBody");
    }

    boolean hasHeader(String name) {
        String begin = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .anyMatch(header -> header.toLowerCase(Locale.ROOT).startsWith(begin));
    }

    byte[] onTheWire(URI door) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + door.getAuthority()
                + "\r\nUser-Agent: skyholm-fuzz\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        byte[] bytes = body.bytes();
        boolean chunked = hasHeader("Transfer-Encoding");
        if (!chunked && (bytes.length > 0 || !method.equals("GET"))) {
            head.append("Content-Length: ").append(bytes.length).append("\r\n");
        }
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        if (chunked && bytes.length > 0) {
            wire.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        wire.writeBytes(bytes);
        if (chunked) {
            wire.writeBytes((bytes.length > 0 ? "\r\n0\r\n\r\n" : "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return wire.toByteArray();
    }

    /** A command that sends it again; {@code $token} is the caller's. */
    String curl(URI door) {
        StringBuilder curl = new StringBuilder("curl --insecure --include --globoff --path-as-is --request "
                + quoted(method) + " " + quoted(door + target));
        headers.forEach(header -> curl.append(" --header ")
                .append(
                        header.equals(CREDENTIALS + person.token())
                                ? "\"" + CREDENTIALS + "$token\""
                                : quoted(header)));
        if (body.latin().length() > SHORT) {
            return curl + " --data-binary …   # " + body.latin().length() + " bytes, which begin with "
                    + quoted(body.latin().substring(0, 200));
        }
        return body.latin().isEmpty() ? curl.toString() : curl + " --data-binary " + quoted(body.latin());
    }

    /** As bash reads it, byte by byte. */
    private static String quoted(String latin) {
        StringBuilder quoted = new StringBuilder();
        for (int at = 0; at < latin.length(); at++) {
            char each = latin.charAt(at);
            if (each < ' ' || each > '~' || each == '\'' || each == '\\') {
                quoted.append(String.format(Locale.ROOT, "\\x%02x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return (quoted.length() > latin.length() ? "$'" : "'") + quoted + "'";
    }
}
