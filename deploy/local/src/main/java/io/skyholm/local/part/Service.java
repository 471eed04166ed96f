package io.skyholm.local.part;

import io.skyholm.local.Http;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.artifact.Module;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.database.Migrations;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Launch;
import java.util.Set;

/** One service of the suite; all are started alike. */
final class Service implements Part {
    private static final int HEAP_MIB = 128;

    private final String name;
    private final Site site;

    Service(String name, Site site) {
        this.name = name;
        this.site = site;
    }

    @Override
    public String name() {
        return name;
    }

    /** Its schema is migrated before it starts. */
    @Override
    public Set<String> needs() {
        return Set.of("postgres");
    }

    /** Consumers try again until Kafka is there, which takes longer to come than a service; so does who needs the object store. */
    @Override
    public Set<String> runsBeside() {
        if (name.equals("audit")) {
            return Set.of("kafka", AuditSigner.NAME);
        }
        return name.equals("storage") && CephFiles.areWanted(site.data())
                ? Set.of("kafka", CephGateway.NAME)
                : Set.of("kafka");
    }

    /** It may have been built anew since its last start. */
    @Override
    public void initialise() {
        new Migrations(site, name).run();
    }

    @Override
    public boolean isBuiltHere() {
        return true;
    }

    @Override
    public Launch launch(AotMode mode) {
        return new Launch(
                BuiltProgram.of(Module.ofService(name), site, HEAP_MIB, mode),
                new ServiceEnvironment(site).of(name),
                site.data().root());
    }

    @Override
    public boolean isReady() {
        return Http.answers(site.http(name) + "/q/health/ready");
    }
}
