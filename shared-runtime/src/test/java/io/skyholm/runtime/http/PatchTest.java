package io.skyholm.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatchTest {

    private final ObjectMapper mapper = new ObjectMapper();

    PatchTest() {
        new StrictJson().customize(mapper);
    }

    @Test
    void aFieldThatIsLeftOutStays() throws JsonProcessingException {
        Change change = mapper.readValue("{}", Change.class);
        assertThat(Patch.of(change.name, "old")).isEqualTo("old");
        assertThat(Patch.of(change.words, "old")).isEqualTo("old");
    }

    @Test
    void aFieldThatIsNullIsCleared() throws JsonProcessingException {
        Change change = mapper.readValue("{\"words\": null}", Change.class);
        assertThat(Patch.of(change.words, "old")).isNull();
    }

    @Test
    void aFieldWithAValueIsReplaced() throws JsonProcessingException {
        Change change = mapper.readValue("{\"name\": \"new\", \"words\": \"new\"}", Change.class);
        assertThat(Patch.of(change.name, "old")).isEqualTo("new");
        assertThat(Patch.of(change.words, "old")).isEqualTo("new");
    }

    private record Change(@Nullable String name, @Nullable Optional<String> words) {}
}
