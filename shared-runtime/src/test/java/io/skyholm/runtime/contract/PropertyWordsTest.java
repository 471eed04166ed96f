package io.skyholm.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.junit.jupiter.api.Test;

class PropertyWordsTest {

    private final Schema title = OASFactory.createSchema();

    @Test
    void aPropertyIsDescribedByItsName() throws IOException {
        write("title = What it is about");
        assertThat(title.getDescription()).isEqualTo("What it is about");
    }

    @Test
    void whatIsSaidOfOneSchemaComesBeforeWhatIsSaidOfAll() throws IOException {
        write("title = What it is about", "Note.title = Its first line", "Book.title = As on its cover");
        assertThat(title.getDescription()).isEqualTo("Its first line");
    }

    @Test
    void whatTheRecordSaysStays() throws IOException {
        title.setDescription("In capitals");
        write("title = What it is about");
        assertThat(title.getDescription()).isEqualTo("In capitals");
    }

    @Test
    void twoModulesCannotDescribeTheSame() throws IOException {
        ModuleTexts words = new ModuleTexts();
        words.read(new StringReader("title = What it is about"));
        assertThatThrownBy(() -> words.read(new StringReader("title = Its first line")))
                .hasMessage("title is described by two modules");
    }

    private void write(String... lines) throws IOException {
        ModuleTexts words = new ModuleTexts();
        words.read(new StringReader(String.join("\n", lines)));
        Components components = OASFactory.createComponents()
                .addSchema("Note", OASFactory.createSchema().addProperty("title", title));
        new PropertyWords(words).write(components);
    }
}
