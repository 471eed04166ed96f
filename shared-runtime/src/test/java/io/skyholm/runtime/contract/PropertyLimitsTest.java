package io.skyholm.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PropertyLimitsTest {

    @Test
    void textThatCanBeClearedIsLimitedAsItsConstraintSays() throws IOException {
        assertThat(written("title", text()).getMaxLength()).isEqualTo(32);
    }

    @Test
    void constraintsOfTheHouseLimitByWhatTheyAreComposedOf() throws IOException {
        Schema name = written("name", text());
        assertThat(name.getMaxLength()).isEqualTo(200);
        assertThat(name.getPattern()).startsWith("^(?:").endsWith(")$");
    }

    @Test
    void numberThatCanBeClearedIsLimited() throws IOException {
        Schema count = written("count", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
        assertThat(count.getMinimum()).isEqualTo(BigDecimal.ONE);
        assertThat(count.getMaximum()).isEqualTo(BigDecimal.TEN);
    }

    @Test
    void listThatCanBeClearedIsLimitedAndSoAreItsItems() throws IOException {
        Schema tags = written(
                "tags",
                OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(text()));
        assertThat(tags.getMaxItems()).isEqualTo(3);
        assertThat(tags.getItems().getMaxLength()).isEqualTo(7);
    }

    @Test
    void keysAndValuesOfAMapAreLimited() throws IOException {
        Schema labels = written(
                "labels",
                OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).additionalPropertiesSchema(text()));
        assertThat(labels.getPropertyNames().getMaxLength()).isEqualTo(5);
        assertThat(labels.getAdditionalPropertiesSchema().getMaxLength()).isEqualTo(9);
    }

    @Test
    void patternThatOnlyAsksForSomeCharacterStays() throws IOException {
        assertThat(written("code", text().pattern("\\S")).getPattern()).isEqualTo("\\S");
    }

    @Test
    void eachAlternativeOfAPatternMatchesTheWhole() throws IOException {
        assertThat(written("code", text().pattern("a|b")).getPattern()).isEqualTo("^(?:a|b)$");
    }

    private static Schema written(String property, Schema described) throws IOException {
        SchemaTree schemas = new SchemaTree(OASFactory.createComponents()
                .addSchema("ChangeNote", OASFactory.createSchema().addProperty(property, described)));
        new PropertyLimits(Index.of(ChangeNote.class, Name.class)).write(schemas);
        return described;
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    /** As PATCH takes it. */
    private record ChangeNote(
            @Nullable Optional<@Size(max = 32) String> title,
            @Nullable Optional<@Name String> name,
            @Nullable Optional<@Min(1) @Max(10) Integer> count,
            @Nullable Optional<@Size(max = 3) List<@Size(max = 7) String>> tags,
            @Nullable Map<@Size(max = 5) String, @Size(max = 9) String> labels,
            @Nullable String code) {}
}
