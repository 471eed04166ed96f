package io.skyholm.local.part;

import io.skyholm.local.aot.AotMode;
import io.skyholm.local.aot.JavaProgram;
import io.skyholm.local.aot.Tuning;
import io.skyholm.local.artifact.Module;
import io.skyholm.local.home.PrivateFiles;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The process that signs the audit's digests: it has the key, and neither a port nor the database's login. */
final class AuditSigner implements Part {
    static final String NAME = "audit-signer";
    private static final String PROGRAM = "io.skyholm.audit.signer.SignerProcess";
    private static final int HEAP_MIB = 32;

    private final Site site;

    AuditSigner(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> ports() {
        return List.of();
    }

    @Override
    public boolean isBuiltHere() {
        return true;
    }

    @Override
    public void initialise() {
        try {
            PrivateFiles.write(folder().resolve("key"), site.secrets().key("audit_signing_key"));
            Files.deleteIfExists(folder().resolve("socket"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write to " + folder(), failure);
        }
    }

    /** Relative to the folder in which audit runs, too: the path of a socket may have only about a hundred bytes. */
    static Path socket() {
        return Path.of(NAME, "socket");
    }

    @Override
    public Launch launch(AotMode mode) {
        Path root = site.checkout().root();
        JavaProgram program = JavaProgram.ofClassPath(
                NAME,
                Tuning.configured(System.getenv()).options(HEAP_MIB),
                Module.ofService("audit").ownJars(root),
                PROGRAM);
        return new Launch(
                program.with(
                                folder().resolve("key").toString(),
                                socket().toString(),
                                folder().resolve("signed").toString())
                        .command(),
                Map.of(),
                site.data().root());
    }

    @Override
    public boolean isReady() {
        return Files.exists(site.data().root().resolve(socket()));
    }

    private Path folder() {
        return site.data().of(NAME);
    }
}
