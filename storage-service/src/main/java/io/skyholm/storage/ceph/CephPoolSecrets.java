package io.skyholm.storage.ceph;

import io.skyholm.secrets.SealedColumn;
import io.skyholm.secrets.SealedColumns;
import jakarta.inject.Singleton;
import java.util.List;

/** What storage keeps sealed: the keys with which hosts get at their pools in Ceph. */
@Singleton
class CephPoolSecrets implements SealedColumns {

    static final SealedColumn KEY = SealedColumn.ofPlatform("ceph_pool", "sealed_key", "sealed_key_id");

    @Override
    public List<SealedColumn> columns() {
        return List.of(KEY);
    }
}
