package io.skyholm.storage;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.skyholm.runtime.testing.fixtures.Person;
import java.util.Arrays;

/** Uploads as a client of tus 1.0.0 makes them. */
public final class Tus {

    public static final String BYTES = "application/offset+octet-stream";

    private Tus() {}

    /** Begins an upload of that version. */
    public static Response begin(Person person, String version, long length) {
        return person.request()
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", length)
                .header("Upload-Metadata", "filename ZGlzay5yYXc=,is_confidential")
                .post(version + "/uploads");
    }

    /** Begins one and gives its path. */
    public static String begun(Person person, String version, long length) {
        return begin(person, version, length).then().statusCode(201).extract().header("Location");
    }

    /** Sends a part. */
    public static Response send(Person person, String upload, long offset, byte[] part) {
        return part(person, offset).body(part).patch(upload);
    }

    /** A request that sends a part, to which headers can be added. */
    public static RequestSpecification part(Person person, long offset) {
        return person.request()
                .contentType(BYTES)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", offset);
    }

    /** How far it has come, as HEAD says. */
    public static long offset(Person person, String upload) {
        return Long.parseLong(
                person.request().head(upload).then().statusCode(200).extract().header("Upload-Offset"));
    }

    /** Uploads all in two parts. */
    public static void uploaded(Person person, String version, byte[] bytes) {
        String upload = begun(person, version, bytes.length);
        int half = bytes.length / 2;
        send(person, upload, 0, Arrays.copyOf(bytes, half)).then().statusCode(204);
        send(person, upload, half, Arrays.copyOfRange(bytes, half, bytes.length))
                .then()
                .statusCode(204);
    }
}
