package io.skyholm.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.Test;

class SchemaWordsTest {

    @Test
    void schemaIsDescribedByTheSentenceOfItsName() throws IOException {
        assertThat(described(OASFactory.createSchema()).getDescription()).isEqualTo("A sheet of paper");
    }

    @Test
    void whatARecordSaysItselfStays() throws IOException {
        assertThat(described(OASFactory.createSchema().description("Mine")).getDescription())
                .isEqualTo("Mine");
    }

    @Test
    void valuesOfAnEnumComeBehindTheSentence() throws IOException {
        Schema colour = OASFactory.createSchema().enumeration(List.of("RED"));
        Components components = OASFactory.createComponents().addSchema("Note", colour);
        words("Note = A sheet of paper").write(components);
        assertThat(colour.getDescription()).isEqualTo("A sheet of paper\n\n- `RED`: As blood");
    }

    @Test
    void pageIsDescribedByWhatItsItemsAre() throws IOException {
        Schema items = OASFactory.createSchema().items(OASFactory.createSchema().ref("#/components/schemas/Note"));
        assertThat(described(
                                OASFactory.createSchema()
                                        .addProperty("items", items)
                                        .addProperty("nextCursor", OASFactory.createSchema()),
                                "Another = Something")
                        .getDescription())
                .isEqualTo("One page of a list of `Note`, and the cursor of the next page");
    }

    @Test
    void whatNobodySaysAnythingOfStaysWithoutASentence() throws IOException {
        assertThat(described(OASFactory.createSchema(), "Another = Something").getDescription())
                .isNull();
    }

    private static Schema described(Schema schema) throws IOException {
        return described(schema, "Note = A sheet of paper");
    }

    private static Schema described(Schema schema, String said) throws IOException {
        words(said).write(OASFactory.createComponents().addSchema("Note", schema));
        return schema;
    }

    private static SchemaWords words(String said) throws IOException {
        return new SchemaWords(
                new ModuleTexts().read(new StringReader(said)),
                new ModuleTexts().read(new StringReader("Note.RED = As blood")));
    }
}
