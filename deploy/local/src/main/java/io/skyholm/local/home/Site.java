package io.skyholm.local.home;

import java.nio.file.Path;

/** Everything a part must know about the place it runs at. */
public record Site(Checkout checkout, Path generated, DataDirectory data, Ports ports) {

    /** The parts as they came from Maven Central, shared by all suites of this checkout. */
    public Path parts() {
        return generated.resolve("parts");
    }

    /** The caches that make Java start faster, shared as well. */
    public Path caches() {
        return generated.resolve("caches");
    }

    public Secrets secrets() {
        return new Secrets(data);
    }

    /** The address of a part that speaks plain HTTP. */
    public String http(String part) {
        return "http://127.0.0.1:" + ports.of(part);
    }

    /** The address people use. */
    public String gateway() {
        return "https://localhost:" + ports.of("gateway");
    }
}
