package io.skyholm.compute.transfer;

import io.skyholm.compute.instance.CreateInstance.CreateNetwork;
import io.skyholm.events.compute.WantedNetwork;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That an instance which is offered is wanted, and in which networks. */
public record AcceptInstance(
        @Schema(
                description =
                        "A subnet for each port that it is to have; one port in the default subnet if they are left out")
        @Size(max = 8) @Nullable List<@NotNull @Valid CreateNetwork> networks) {

    List<WantedNetwork> wanted() {
        return networks == null
                ? List.of()
                : networks.stream().map(CreateNetwork::wanted).toList();
    }
}
