package io.skyholm.network.port;

import io.skyholm.network.subnet.SubnetContent;
import jakarta.inject.Singleton;

/** Ports keep their subnet from being deleted. */
@Singleton
class PortsInSubnet implements SubnetContent {

    @Override
    public String select() {
        return "select 1 from port where subnet_id = $1 and deleted_at is null";
    }
}
