package io.skyholm.local.home;

import io.skyholm.local.aot.Caches;
import java.nio.file.Path;

/** Everything a part must know about the place it runs at. */
public record Site(Checkout checkout, Path generated, DataDirectory data, Ports ports, Caches caches) {

    /** A site whose programs use the caches that all suites of this checkout share. */
    public Site(Checkout checkout, Path generated, DataDirectory data, Ports ports) {
        this(checkout, generated, data, ports, new Caches(generated.resolve("caches"), false));
    }

    /** The parts as they came from Maven Central, shared by all suites of this checkout. */
    public Path parts() {
        return generated.resolve("parts");
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
