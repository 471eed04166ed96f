package io.skyholm.compute.pool;

import io.skyholm.compute.datacenter.DataCenterContent;
import jakarta.inject.Singleton;

/** Pools keep their data centre from being deleted. */
@Singleton
class PoolsInDataCenter implements DataCenterContent {

    @Override
    public String select() {
        return "select 1 from resource_pool where edge_data_center_id = $1 and deleted_at is null";
    }
}
