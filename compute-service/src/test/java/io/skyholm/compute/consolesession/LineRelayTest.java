package io.skyholm.compute.consolesession;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineRelayTest {

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.7:8103, 8103, false",
        "http://compute, 80, false",
        "https://compute, 443, true",
        "https://compute:8443, 8443, true"
    })
    void aReplicaIsReachedWhereItsAddressSays(String address, int port, boolean secure) {
        assertThat(LineRelay.at(URI.create(address)))
                .returns(URI.create(address).getHost(), options -> options.getHost())
                .returns(port, options -> options.getPort())
                .returns(secure, options -> options.isSsl());
    }
}
