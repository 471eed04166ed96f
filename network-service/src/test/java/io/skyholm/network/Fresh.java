package io.skyholm.network;

import io.skyholm.runtime.testing.fixtures.Person;
import java.util.Map;
import java.util.UUID;

/** Networks of which no other test knows. */
public final class Fresh {

    private Fresh() {}

    /** A VPC of this block. */
    public static UUID vpc(Person owner, String block) {
        return owner.made("/v1/vpcs", Map.of("name", "VPC " + UUID.randomUUID(), "cidrBlock", block));
    }

    /** A subnet with this block, in a VPC of its own with the same. */
    public static UUID subnet(Person owner, String block) {
        return subnet(owner, vpc(owner, block), block);
    }

    /** A subnet with this block in that VPC. */
    public static UUID subnet(Person owner, UUID vpc, String block) {
        return owner.made("/v1/subnets", Map.of("vpcId", vpc, "name", "Subnet " + block, "cidrBlock", block));
    }
}
