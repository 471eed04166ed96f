package io.skyholm.system.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.client.ApiClient;
import io.skyholm.client.api.InstancesApi;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A GET of the document that needs no id, as the generated client has it: {@code instances.list} is {@code InstancesApi.instancesList}. */
record ClientReading(String tag, String operationId) {

    private static final String JSON_ANSWER = "/responses/200/content/application~1json";

    /** Those that are answered with JSON; exports and streams, which have no end, are not. */
    static List<ClientReading> of(JsonNode document) {
        List<ClientReading> readings = new ArrayList<>();
        document.path("paths").properties().stream()
                .filter(path -> !path.getKey().contains("{"))
                .map(path -> path.getValue().path("get"))
                .filter(operation -> !operation.at(JSON_ANSWER).isMissingNode())
                .forEach(operation -> readings.add(new ClientReading(
                        operation.at("/tags/0").asText(),
                        operation.path("operationId").asText())));
        return readings;
    }

    /** Reads it with no parameters. */
    void read(ApiClient client) {
        try {
            Object api = Class.forName(InstancesApi.class.getPackageName() + "." + words(tag, " ") + "Api")
                    .getConstructor(ApiClient.class)
                    .newInstance(client);
            String name = words(operationId, "\\.");
            Method method = method(api, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
            Object[] noParameters = method.getParameterCount() == 0 ? new Object[0] : new Object[] {request(method)};
            method.invoke(api, noParameters);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(this + ": " + failure.getCause(), failure);
        }
    }

    /** With one argument, which holds all parameters; a call that takes none has none. */
    private static Method method(Object api, String name) {
        return Stream.of(api.getClass().getMethods())
                .filter(method -> method.getName().equals(name))
                .filter(method -> Stream.of(method.getParameterTypes())
                        .allMatch(type -> type.getSimpleName().endsWith("Request")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The client has no " + name));
    }

    private static Object request(Method method) throws ReflectiveOperationException {
        Object builder = method.getParameterTypes()[0].getMethod("newBuilder").invoke(null);
        return builder.getClass().getMethod("build").invoke(builder);
    }

    /** The words as the generator writes them in one: {@code SSH keys} is SshKeys. */
    private static String words(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .map(word -> word.matches("[A-Z]{2}.*") ? word.toLowerCase(Locale.ROOT) : word)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
