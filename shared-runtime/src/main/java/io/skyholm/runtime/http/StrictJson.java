package io.skyholm.runtime.http;

import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Boolean;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.EmptyString;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Float;
import static com.fasterxml.jackson.databind.cfg.CoercionInputShape.Integer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.skyholm.runtime.problem.Problem;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;

/** Reads request bodies to the letter: what is not understood is refused by name, never guessed or passed over. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    /** Comes last: Quarkus adds a module of its own, for which a field that is left out is one that is cleared. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        // What is not there is left out, at any depth: the document calls it optional, and does not allow null.
        mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        refuse(mapper, LogicalType.Textual, Integer, Float, Boolean);
        refuse(mapper, LogicalType.Integer, Float, CoercionInputShape.String, EmptyString, Boolean);
        // An id of nothing but blanks would be one that was left out.
        refuse(mapper, LogicalType.OtherScalar, EmptyString);
        refuse(mapper, LogicalType.Boolean, Integer, CoercionInputShape.String, EmptyString);
        mapper.registerModule(new SimpleModule("skyholm-strict")
                        .addDeserializer(String.class, new CleanText())
                        .addDeserializer(Instant.class, new WrittenTime()))
                .registerModule(new PatchModule());
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... shapes) {
        for (CoercionInputShape shape : shapes) {
            mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** PostgreSQL stores no NUL, and no other control character but line breaks and tabs is meant by anybody. */
    private static final class CleanText extends StringDeserializer {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && text.chars().anyMatch(CleanText::unwanted)) {
                throw Problem.invalid(String.valueOf(parser.currentName()), "must not hold control characters");
            }
            return text;
        }

        private static boolean unwanted(int character) {
            return Character.isISOControl(character) && character != '\n' && character != '\t' && character != '\r';
        }
    }
}
