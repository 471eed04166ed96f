package io.skyholm.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;

class ParameterWordsTest {

    @Test
    void idInAPathIsOfWhatStandsBeforeIt() throws IOException {
        assertThat(described("/v1/audit-entries/{id}", Parameter.In.PATH, "id")).isEqualTo("The id of the audit entry");
        assertThat(described("/v1/addresses/{id}", Parameter.In.PATH, "id")).isEqualTo("The id of the address");
        assertThat(described("/v1/images/{id}/versions/{versionId}", Parameter.In.PATH, "versionId"))
                .isEqualTo("The id of the version");
    }

    @Test
    void filterIsDescribedAsThePropertyOfItsNameOrInWordsOfItsOwn() throws IOException {
        assertThat(described("/v1/notes", Parameter.In.QUERY, "colour"))
                .isEqualTo("Only those with this value: the colour of the paper");
        assertThat(described("/v1/notes", Parameter.In.QUERY, "status")).isEqualTo("Only those in this state");
        assertThat(described("/v1/notes", Parameter.In.QUERY, "unknown")).isNull();
    }

    @Test
    void whatSaysSomethingOfItselfStays() throws IOException {
        Parameter parameter = parameter(Parameter.In.QUERY, "colour").description("Of the cover");
        write("/v1/notes", parameter);
        assertThat(parameter.getDescription()).isEqualTo("Of the cover");
    }

    private static String described(String path, Parameter.In place, String name) throws IOException {
        Parameter parameter = parameter(place, name);
        write(path, parameter);
        return parameter.getDescription();
    }

    private static Parameter parameter(Parameter.In place, String name) {
        return OASFactory.createParameter().in(place).name(name);
    }

    private static void write(String path, Parameter parameter) throws IOException {
        Operation operation = OASFactory.createOperation().addParameter(parameter);
        ModuleTexts words = new ModuleTexts().read(new StringReader("""
                        colour = The colour of the paper
                        status = Where it is
                        query.status = Only those in this state
                        """));
        new ParameterWords(words).write(path, operation);
    }
}
