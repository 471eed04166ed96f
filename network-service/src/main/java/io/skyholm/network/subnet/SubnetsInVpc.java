package io.skyholm.network.subnet;

import io.skyholm.network.vpc.VpcContent;
import jakarta.inject.Singleton;

/** Subnets keep their VPC from being deleted. */
@Singleton
class SubnetsInVpc implements VpcContent {

    @Override
    public String select() {
        return "select 1 from subnet where vpc_id = $1 and deleted_at is null limit 1";
    }
}
