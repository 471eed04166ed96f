package io.skyholm.network.place;

import io.skyholm.network.subnet.SubnetContent;
import jakarta.inject.Singleton;

/** Places keep their subnet from being deleted. */
@Singleton
class PlacesInSubnet implements SubnetContent {

    @Override
    public String select() {
        return "select 1 from place where subnet_id = $1 and deleted_at is null";
    }
}
