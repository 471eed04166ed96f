package io.skyholm.local.home;

import io.skyholm.local.aot.Tuning;
import java.nio.file.Path;
import java.util.Locale;

/** Everything a part must know about the place it runs at. */
public record Site(Checkout checkout, Path generated, DataDirectory data, Ports ports) {

    /** A site of this checkout that keeps its data in the given folder. */
    public static Site in(Path dataDirectory, Ports ports) {
        Checkout checkout = Checkout.find();
        return new Site(checkout, checkout.generated(System.getenv()), new DataDirectory(dataDirectory), ports);
    }

    /** The same with other ports. */
    public Site with(Ports others) {
        return new Site(checkout, generated, data, others);
    }

    /** The same with its data in another folder. */
    public Site with(DataDirectory other) {
        return new Site(checkout, generated, other, ports);
    }

    /** The parts as they came from Maven Central, shared by all suites of this checkout. */
    public Path parts() {
        return generated.resolve("parts");
    }

    /**
     * The ahead-of-time caches that all suites of this checkout share. Each tuning has a folder of its own: with other options a
     * program needs another cache, and what one tuning lacks says nothing about the other.
     */
    public Path aotCaches() {
        return generated
                .resolve("caches")
                .resolve(Tuning.configured(System.getenv()).name().toLowerCase(Locale.ROOT));
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
