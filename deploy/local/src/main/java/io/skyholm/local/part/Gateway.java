package io.skyholm.local.part;

import io.skyholm.local.Http;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.artifact.Module;
import io.skyholm.local.home.Certificate;
import io.skyholm.local.home.PortHolder;
import io.skyholm.local.home.SigningKey;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Launch;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The door to the suite: TLS and routes. */
final class Gateway implements Part {
    static final Module MODULE = new Module("gateway", "deploy/gateway", "target/deploy-gateway.jar");
    private static final int HEAP_MIB = 96;

    private final Site site;
    private final List<String> services;
    private final Certificate certificate;

    Gateway(Site site, List<String> services) {
        this.site = site;
        this.services = services;
        this.certificate = new Certificate(site.data().of("tls"), site.secrets());
    }

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public void initialise() {
        certificate.make();
    }

    @Override
    public boolean isBuiltHere() {
        return true;
    }

    @Override
    public Launch launch(AotMode mode) {
        return new Launch(
                BuiltProgram.of(MODULE, site, HEAP_MIB, mode),
                environment(),
                site.data().root());
    }

    private Map<String, String> environment() {
        String routes = services.stream()
                .map(service -> service + "=" + site.http(service))
                .collect(Collectors.joining(","));
        return Map.of(
                "SKYHOLM_PORT", Integer.toString(site.ports().of(name())),
                "SKYHOLM_TLS_CERTIFICATE", certificate.chain().toString(),
                "SKYHOLM_TLS_KEY", certificate.key().toString(),
                "SKYHOLM_KEYCLOAK_URL", site.http("keycloak"),
                "SKYHOLM_SERVICE_TOKEN_KEYS",
                        SigningKey.publicKeys(site.secrets().signingKey("service_tokens")),
                "SKYHOLM_ROUTES", routes);
    }

    @Override
    public boolean isReady() {
        return PortHolder.isTaken(site.ports().of(name()))
                && Http.answers(site.gateway() + "/health", certificate.trust());
    }
}
