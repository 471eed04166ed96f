package io.skyholm.network.subnet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.events.EventJson;
import io.skyholm.events.host.DesiredPort;
import io.skyholm.events.host.PortRoute;
import io.skyholm.events.host.PortSettings;
import io.skyholm.events.host.PortSubnet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much a host is told of the subnets of a VPC with each of its ports. */
class SubnetRoomTest {

    private static final int MOST_OF_ONE = 50;

    @Test
    void aPortOfTheLargestVpcFitsWhatIsTold() {
        List<PortRoute> routes = IntStream.range(0, SubnetNeighbours.MOST_ROUTES)
                .mapToObj(number -> new PortRoute(longest(number) + "/128", longest(number)))
                .toList();
        List<PortSubnet> subnets = IntStream.range(0, SubnetNeighbours.MOST_SUBNETS)
                .mapToObj(number -> new PortSubnet(
                        List.of("255.255.255." + number + "/28", longest(number) + "/112"),
                        number == 0 ? routes : List.of()))
                .toList();
        DesiredPort port = new DesiredPort(
                UUID.randomUUID(),
                1,
                true,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "02:00:00:00:00:01",
                4094,
                16_777_215,
                List.of("255.255.255.1/28", longest(1) + "/112"),
                List.of("255.255.255.1", longest(1)),
                List.of(),
                List.of(),
                PortSettings.NONE.over(routes.subList(0, MOST_OF_ONE)),
                1000,
                subnets);
        assertThat(EventJson.write(port).getBytes(UTF_8)).hasSizeLessThan(100_000);
    }

    private static String longest(int number) {
        return String.format(Locale.ROOT, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:f%03x", number);
    }
}
