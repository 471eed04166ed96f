package io.skyholm.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.Test;

class PropertyExamplesTest {

    private final Schema title = text();
    private final Schema newTitle = text();
    private final Schema archived = OASFactory.createSchema().addType(Schema.SchemaType.BOOLEAN);

    @Test
    void aPropertyIsShownWithTheValueOfAnAnswer() throws IOException {
        write("");
        assertThat(title.getExamples()).isEqualTo(List.of("Shopping"));
    }

    @Test
    void aPropertyThatNoAnswerHasIsShownAsItsNamesake() throws IOException {
        write("");
        assertThat(newTitle.getExamples()).isEqualTo(List.of("Shopping"));
    }

    @Test
    void aNamesakesValueThatIsTooLongIsNotTaken() throws IOException {
        newTitle.setMaxLength(3);
        write("");
        assertThat(newTitle.getExamples()).isNull();
    }

    @Test
    void whatAModuleDeclaresComesFirst() throws IOException {
        write("Note.title = Reading");
        assertThat(title.getExamples()).isEqualTo(List.of("Reading"));
        assertThat(newTitle.getExamples()).isEqualTo(List.of("Shopping"));
    }

    @Test
    void whatATypeSaysEnoughOfNeedsNoAnswer() throws IOException {
        write("");
        assertThat(archived.getExamples()).isEqualTo(List.of(true));
    }

    private void write(String declared) throws IOException {
        OpenAPI document = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents()
                        .addSchema(
                                "Note",
                                OASFactory.createSchema()
                                        .addProperty("title", title)
                                        .addProperty("archived", archived))
                        .addSchema("ChangeNote", OASFactory.createSchema().addProperty("title", newTitle)))
                .paths(
                        OASFactory.createPaths()
                                .addPathItem(
                                        "/v1/notes/{id}",
                                        OASFactory.createPathItem()
                                                .GET(
                                                        OASFactory.createOperation()
                                                                .responses(
                                                                        OASFactory.createAPIResponses()
                                                                                .addAPIResponse(
                                                                                        "200",
                                                                                        OASFactory.createAPIResponse()
                                                                                                .content(
                                                                                                        OASFactory
                                                                                                                .createContent()
                                                                                                                .addMediaType(
                                                                                                                        "application/json",
                                                                                                                        OASFactory
                                                                                                                                .createMediaType()
                                                                                                                                .schema(
                                                                                                                                        OASFactory
                                                                                                                                                .createSchema()
                                                                                                                                                .ref(
                                                                                                                                                        "Note"))
                                                                                                                                .example(
                                                                                                                                        Map
                                                                                                                                                .of(
                                                                                                                                                        "title",
                                                                                                                                                        "Shopping")))))))));
        new PropertyExamples(
                        new SchemaTree(document.getComponents()), new ModuleTexts().read(new StringReader(declared)))
                .write(document);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
