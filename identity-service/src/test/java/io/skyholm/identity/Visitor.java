package io.skyholm.identity;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Somebody without a token, at an address of which no other test knows. */
public record Visitor(String address) {

    public static Visitor fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new Visitor("198.18." + random.nextInt(256) + "." + random.nextInt(1, 255));
    }

    public Response post(String path, Map<String, ?> body) {
        return given().contentType("application/json")
                .header("X-Forwarded-For", address)
                .body(body)
                .post(path);
    }
}
