package io.skyholm.storage.object;

import io.skyholm.local.ceph.CephBucket;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.TestPlatform;
import java.util.Map;

/** The gateway of a Ceph cluster on this machine, with the bucket that the suite's storage has there. */
final class CephGateway implements ObjectServer {

    /** Tests on it run where this is true, and fail there if it cannot be had. */
    static final String WANTED = "skyholm.real";

    private static final Suite SUITE =
            TestPlatform.ofItsOwn("storage-ceph", CephBucket.PORT).suite();

    @Override
    public Map<String, String> settings() {
        return new CephBucket(new CephFiles(SUITE.site()))
                .storageVariables(SUITE.site().data().of("objects").toString());
    }

    /** Ends it at once, as a crash would. */
    void kill() {
        SUITE.kill(CephBucket.PORT);
    }

    /** Starts it with what it had. */
    void startAgain() {
        SUITE.start(CephBucket.PORT);
    }

    /** It is for all tests of this process. */
    @Override
    public void close() {}
}
