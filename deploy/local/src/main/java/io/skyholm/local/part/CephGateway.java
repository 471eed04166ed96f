package io.skyholm.local.part;

import io.skyholm.local.Http;
import io.skyholm.local.Progress;
import io.skyholm.local.aot.AotMode;
import io.skyholm.local.ceph.CephBucket;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.ceph.CephPackages;
import io.skyholm.local.home.Site;
import io.skyholm.local.process.Launch;
import java.util.Set;

/** Ceph's gateway, which speaks S3, and the bucket in which storage has the bytes of images and backups. */
final class CephGateway implements Part {
    static final String NAME = CephBucket.PORT;

    private static final String ENTITY = "client.rgw";

    private final CephFiles files;

    CephGateway(Site site) {
        this.files = new CephFiles(site);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of(CephStore.NAME);
    }

    @Override
    public void prepare(Progress progress) {
        CephPackages.requireGateway(progress);
    }

    @Override
    public void initialise() {
        files.once("rgw", () -> {
            String keyring = files.file(ENTITY + ".keyring").toString();
            files.ceph("auth", "get-or-create", ENTITY, "mon", "allow rw", "osd", "allow rwx", "-o", keyring);
        });
    }

    @Override
    public Launch launch(AotMode mode) {
        String listens = "beast endpoint=" + bucket().address();
        return files.launch("radosgw", "-f", "-n", ENTITY, "--rgw-frontends", listens);
    }

    @Override
    public boolean isReady() {
        return Http.answers(files.site().http(NAME) + "/");
    }

    @Override
    public void settle() {
        files.once("bucket", bucket()::make);
    }

    private CephBucket bucket() {
        return new CephBucket(files);
    }
}
