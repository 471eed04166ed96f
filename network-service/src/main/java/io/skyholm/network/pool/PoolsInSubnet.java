package io.skyholm.network.pool;

import io.skyholm.network.subnet.SubnetContent;
import jakarta.inject.Singleton;

/** Pools keep their subnet from being deleted. */
@Singleton
class PoolsInSubnet implements SubnetContent {

    @Override
    public String select() {
        return "select 1 from ip_pool where subnet_id = $1 and deleted_at is null";
    }
}
